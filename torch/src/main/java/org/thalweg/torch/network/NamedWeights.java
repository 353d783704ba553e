package org.thalweg.torch.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.thalweg.array.NumericArray;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Precision;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.parameter.ParameterTensor;

/** Weights as arrays with names, the form in which npz and safetensors files hold them. */
public final class NamedWeights {
  private NamedWeights() {}

  /** The tensors of θ in the order of the layout; float32 arrays round. */
  public static Map<String, NumericArray> split(
      ParameterLayout layout, double[] theta, Precision precision) {
    if (theta.length != layout.dimension()) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected(layout.dimension() + " parameters")
          .found(String.valueOf(theta.length))
          .next("give the parameters of the network that this layout belongs to");
    }
    Map<String, NumericArray> weights = new LinkedHashMap<>();
    for (ParameterTensor tensor : layout.tensors()) {
      double[] values = Arrays.copyOfRange(theta, tensor.offset(), tensor.offset() + tensor.size());
      Integer[] shape = tensor.shape().toArray(new Integer[0]);
      weights.put(
          tensor.name(),
          precision == Precision.FLOAT64
              ? NumericArray.of(values, shape)
              : NumericArray.of(rounded(values), shape));
    }
    return weights;
  }

  /**
   * θ from its tensors, in whatever order they come.
   *
   * @throws ThalwegException {@code WEIGHTS_MISMATCH} naming every tensor that is missing, unknown
   *     or of another shape; {@code WEIGHTS_NOT_FINITE} naming every tensor with a NaN or infinity
   */
  public static double[] join(ParameterLayout layout, Map<String, NumericArray> weights) {
    checkFit(layout, weights);
    double[] theta = new double[layout.dimension()];
    List<String> broken = new ArrayList<>();
    for (ParameterTensor tensor : layout.tensors()) {
      NumericArray array = weights.get(tensor.name());
      if (array == null) {
        throw new IllegalStateException("checked above: " + tensor.name());
      }
      double[] values = array.toDoubles();
      long nonFinite = Arrays.stream(values).filter(value -> !Double.isFinite(value)).count();
      if (nonFinite > 0) {
        broken.add("%s has %d of %d".formatted(tensor.name(), nonFinite, values.length));
      }
      System.arraycopy(values, 0, theta, tensor.offset(), values.length);
    }
    if (!broken.isEmpty()) {
      throw ThalwegException.of(ErrorCode.WEIGHTS_NOT_FINITE)
          .expected("finite weights")
          .found("NaN or infinity: " + String.join("; ", broken))
          .next("take a snapshot from before the training diverged");
    }
    return theta;
  }

  private static void checkFit(ParameterLayout layout, Map<String, NumericArray> weights) {
    List<String> problems = new ArrayList<>();
    List<String> known = layout.tensors().stream().map(ParameterTensor::name).toList();
    for (ParameterTensor tensor : layout.tensors()) {
      @Nullable NumericArray array = weights.get(tensor.name());
      if (array == null) {
        problems.add(tensor.name() + " is missing");
      } else if (!array.shape().equals(tensor.shape())) {
        problems.add(
            "%s has shape %s instead of %s"
                .formatted(tensor.name(), array.shape(), tensor.shape()));
      }
    }
    weights.keySet().stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .forEach(name -> problems.add(name + " is unknown to the network"));
    if (!problems.isEmpty()) {
      throw ThalwegException.of(ErrorCode.WEIGHTS_MISMATCH)
          .expected(
              "tensors "
                  + String.join(
                      ", ",
                      layout.tensors().stream().map(t -> t.name() + " " + t.shape()).toList()))
          .found(String.join("; ", problems))
          .next("load weights of the same network, or describe the network they come from");
    }
  }

  private static float[] rounded(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
