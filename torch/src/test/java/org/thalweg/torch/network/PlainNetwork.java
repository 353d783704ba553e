package org.thalweg.torch.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.special.Erf;
import org.thalweg.parameter.ParameterTensor;

/** The formulas of the networks as loops over arrays, for one sample: slow, and easy to believe. */
final class PlainNetwork {
  private final Network network;
  private final Map<String, double[]> tensors = new HashMap<>();
  private final DoubleUnaryOperator activation;

  PlainNetwork(Network network, double[] theta) {
    this.network = network;
    for (ParameterTensor tensor : network.layout().tensors()) {
      tensors.put(
          tensor.name(),
          Arrays.copyOfRange(theta, tensor.offset(), tensor.offset() + tensor.size()));
    }
    this.activation =
        switch (network.specification().activation()) {
          case RELU -> x -> Math.max(0, x);
          case TANH -> Math::tanh;
          case GELU -> x -> x * 0.5 * (1 + Erf.erf(x / Math.sqrt(2)));
        };
  }

  double[] outputs(double[] input) {
    return switch (network.specification().family()) {
      case MLP -> perceptron(input);
      case RESMLP -> residualPerceptron(input);
      case CNN, RESCNN -> convolutional(input);
    };
  }

  private double[] perceptron(double[] input) {
    int depth = network.specification().widths().size();
    double[] hidden = input;
    for (int layer = 0; layer < depth; layer++) {
      hidden = activate(linear("net." + 2 * layer, hidden));
    }
    return linear("net." + 2 * depth, hidden);
  }

  private double[] residualPerceptron(double[] input) {
    double[] hidden = activate(linear("hidden1", input));
    for (int layer = 2; layer <= network.specification().widths().size(); layer++) {
      double[] branch = activate(linear("hidden" + layer, hidden));
      double[] skipped =
          tensors.containsKey("skip" + layer + ".weight") ? linear("skip" + layer, hidden) : hidden;
      hidden = sum(branch, skipped);
    }
    return linear("output", hidden);
  }

  private double[] convolutional(double[] input) {
    List<Integer> shape = network.inputShape();
    int rows = shape.get(1);
    int columns = shape.get(2);
    double[] hidden = input;
    for (int stage = 1; stage <= network.specification().widths().size(); stage++) {
      double[] convolved = convolution("conv" + stage, hidden, rows, columns, 3);
      String skip = stage == 2 ? "skip" : "skip" + stage;
      if (tensors.containsKey(skip + ".weight")) {
        convolved = sum(convolved, convolution(skip, hidden, rows, columns, 1));
      }
      hidden = pool(activate(convolved), rows, columns);
      rows /= 2;
      columns /= 2;
    }
    return linear("fc", hidden);
  }

  private double[] linear(String name, double[] input) {
    double[] weight = tensor(name + ".weight");
    double[] bias = tensors.getOrDefault(name + ".bias", new double[weight.length / input.length]);
    double[] output = bias.clone();
    for (int i = 0; i < output.length; i++) {
      for (int j = 0; j < input.length; j++) {
        output[i] += weight[i * input.length + j] * input[j];
      }
    }
    return output;
  }

  private double[] convolution(String name, double[] input, int rows, int columns, int size) {
    double[] weight = tensor(name + ".weight");
    double[] bias = tensor(name + ".bias");
    int inputs = input.length / (rows * columns);
    double[] output = new double[bias.length * rows * columns];
    for (int o = 0; o < bias.length; o++) {
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < columns; c++) {
          double value = bias[o];
          for (int i = 0; i < inputs; i++) {
            for (int dr = 0; dr < size; dr++) {
              for (int dc = 0; dc < size; dc++) {
                int row = r + dr - size / 2;
                int column = c + dc - size / 2;
                if (row >= 0 && row < rows && column >= 0 && column < columns) {
                  value +=
                      weight[((o * inputs + i) * size + dr) * size + dc]
                          * input[(i * rows + row) * columns + column];
                }
              }
            }
          }
          output[(o * rows + r) * columns + c] = value;
        }
      }
    }
    return output;
  }

  private static double[] pool(double[] input, int rows, int columns) {
    int channels = input.length / (rows * columns);
    int halfRows = rows / 2;
    int halfColumns = columns / 2;
    double[] output = new double[channels * halfRows * halfColumns];
    for (int k = 0; k < output.length; k++) {
      int channel = k / (halfRows * halfColumns);
      int row = 2 * (k / halfColumns % halfRows);
      int column = 2 * (k % halfColumns);
      int corner = (channel * rows + row) * columns + column;
      output[k] =
          Math.max(
              Math.max(input[corner], input[corner + 1]),
              Math.max(input[corner + columns], input[corner + columns + 1]));
    }
    return output;
  }

  private double[] activate(double[] input) {
    return Arrays.stream(input).map(activation).toArray();
  }

  private static double[] sum(double[] a, double[] b) {
    double[] sum = a.clone();
    Arrays.setAll(sum, i -> a[i] + b[i]);
    return sum;
  }

  private double[] tensor(String name) {
    double[] values = tensors.get(name);
    if (values == null) {
      throw new AssertionError("no tensor " + name + " among " + tensors.keySet());
    }
    return values;
  }
}
