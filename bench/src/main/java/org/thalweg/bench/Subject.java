package org.thalweg.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.thalweg.data.Dataset;
import org.thalweg.data.Datasets;
import org.thalweg.data.Samples;
import org.thalweg.parameter.ParameterTensor;
import org.thalweg.torch.network.Activation;
import org.thalweg.torch.network.BuiltInNetwork;
import org.thalweg.torch.network.ForwardFunction;
import org.thalweg.torch.network.Network;
import org.thalweg.torch.network.NetworkSpecification;
import org.thalweg.torch.script.ScriptNetwork;
import org.thalweg.torch.script.ScriptOptions;

/**
 * A network and the data on which it is measured.
 *
 * @param network as the command line writes it
 * @param samples all that are measured, also trained on
 * @param batch samples of a training step; it divides the samples that are trained on
 * @param script a TorchScript file instead of a built-in network
 */
record Subject(String network, String data, Samples samples, int batch, Optional<Path> script) {
  /** Multiplications and additions of ResNet-18 for one image of 32×32, counted layer by layer. */
  private static final double RESNET18 = 2 * 555.4e6;

  private static final int IMAGES = 2000;
  private static final String REGRESSION = "mlp:20";

  /** What {@link #word} of it says: a network, or a TorchScript file. */
  static Subject of(String word) {
    if (word.equals(REGRESSION)) {
      return sine();
    }
    return word.endsWith(".pt") ? resnet18(Path.of(word)) : images(word);
  }

  /** How another process is told about this subject. */
  String word() {
    return script.map(Path::toString).orElse(network);
  }

  static Subject images(String network) {
    return images(network, IMAGES);
  }

  static Subject images(String network, int count) {
    return new Subject(network, "mnist", first("mnist", count), 128, Optional.empty());
  }

  /** R1's network: two inputs, a hidden layer of 20, one output. */
  static Subject sine() {
    return new Subject(REGRESSION, "sine", first("sine", 200), 100, Optional.empty());
  }

  /** A ResNet-18 as {@code bench/resnet18.py} writes it, on random images. */
  static Subject resnet18(Path file) {
    return new Subject("ResNet-18", "random images", new RandomImages(64), 0, Optional.of(file));
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

  ForwardFunction function() {
    return script
        .<ForwardFunction>map(file -> ScriptNetwork.load(file, ScriptOptions.defaults()))
        .orElseGet(this::builtIn);
  }

  /** Of the file, or fresh ones. */
  double[] weights(ForwardFunction function) {
    return function instanceof ScriptNetwork file ? file.weights() : builtIn().initialize(0);
  }

  Network builtIn() {
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
    if (script.isPresent()) {
      return RESNET18;
    }
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
    if (script.isPresent()) {
      return 0; // its products of matrices take far longer
    }
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
