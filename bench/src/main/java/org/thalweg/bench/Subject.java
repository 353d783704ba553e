package org.thalweg.bench;

import java.util.List;
import org.thalweg.data.Dataset;
import org.thalweg.data.Datasets;
import org.thalweg.data.Samples;
import org.thalweg.parameter.ParameterTensor;
import org.thalweg.torch.network.Activation;
import org.thalweg.torch.network.BuiltInNetwork;
import org.thalweg.torch.network.Network;
import org.thalweg.torch.network.NetworkSpecification;

/**
 * A network and the data on which it is measured.
 *
 * @param network as the command line writes it
 * @param samples all that are measured, also trained on
 * @param batch samples of a training step; it divides the samples that are trained on
 */
record Subject(String network, String data, Samples samples, int batch) {
  private static final int IMAGES = 2000;

  static Subject images(String network) {
    return images(network, IMAGES);
  }

  static Subject images(String network, int count) {
    return new Subject(network, "mnist", first("mnist", count), 128);
  }

  /** R1's network: two inputs, a hidden layer of 20, one output. */
  static Subject sine() {
    return new Subject("mlp:20", "sine", first("sine", 200), 100);
  }

  private static Samples first(String name, int count) {
    Samples samples = Datasets.open(name).train();
    int[] indices = new int[Math.min(count, samples.count())];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = i;
    }
    return samples.select(indices);
  }

  String title() {
    return network + ", " + samples.count() + " " + data;
  }

  boolean isRegression() {
    return data.equals("sine");
  }

  int outputs() {
    return isRegression() ? 1 : 10;
  }

  NetworkSpecification specification() {
    return NetworkSpecification.parse(network, Activation.RELU);
  }

  Network function() {
    return BuiltInNetwork.create(specification(), samples.featureShape(), outputs());
  }

  /** Whole batches only, so that every step has as much to do. */
  Dataset training() {
    int[] indices = new int[samples.count() / batch * batch];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = i;
    }
    return new Dataset(
        "benchmark", "samples for timing", samples.select(indices), samples.select(0), "");
  }

  /** Additions and multiplications of one forward pass over one sample, apart from activations. */
  double operations() {
    double products = 0;
    List<Integer> shape = samples.featureShape();
    int side = shape.size() == 3 ? shape.get(1) : 1;
    int stages = 0;
    for (ParameterTensor tensor : function().layout().tensors()) {
      if (tensor.name().endsWith("weight") && tensor.shape().size() == 4) {
        stages += tensor.name().startsWith("conv") ? 1 : 0;
        double pixels = side >> (stages - 1);
        products += tensor.size() * pixels * pixels;
      } else if (tensor.name().endsWith("weight")) {
        products += tensor.size();
      }
    }
    return 2 * products;
  }

  /** Bytes that the layers' results take for one sample, each written once and read once. */
  double bytes() {
    double numbers = samples.featureShape().stream().reduce(1, Math::multiplyExact);
    List<Integer> shape = samples.featureShape();
    int side = shape.size() == 3 ? shape.get(1) : 1;
    for (ParameterTensor tensor : function().layout().tensors()) {
      if (tensor.name().endsWith("weight") && tensor.shape().size() == 4) {
        if (tensor.name().startsWith("conv")) {
          numbers += 2.5 * tensor.shape().get(0) * side * side;
          side /= 2;
        }
      } else if (tensor.name().endsWith("weight")) {
        numbers += 2.0 * tensor.shape().get(0);
      }
    }
    return Float.BYTES * numbers;
  }
}
