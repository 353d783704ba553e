package org.thalweg.torch.script;

import java.util.List;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.torch.network.Activation;
import org.thalweg.torch.network.NetworkSpecification;

/** The forward method of a built-in network in the language of TorchScript. */
final class ScriptSource {
  private final NetworkSpecification specification;
  private final ParameterLayout layout;
  private final StringBuilder text = new StringBuilder("def forward(self, x):\n");

  private ScriptSource(NetworkSpecification specification, ParameterLayout layout) {
    this.specification = specification;
    this.layout = layout;
  }

  static String of(NetworkSpecification specification, ParameterLayout layout) {
    ScriptSource source = new ScriptSource(specification, layout);
    switch (specification.family()) {
      case MLP -> source.perceptron();
      case RESMLP -> source.residualPerceptron();
      case CNN, RESCNN -> source.convolutions();
    }
    return source.text.toString();
  }

  private void perceptron() {
    line("h = torch.flatten(x, 1)");
    int hidden = specification.widths().size();
    for (int layer = 0; layer < hidden; layer++) {
      line("h = " + activate(linear("net." + 2 * layer, "h")));
    }
    line("return " + linear("net." + 2 * hidden, "h"));
  }

  private void residualPerceptron() {
    line("h = " + activate(linear("hidden1", "torch.flatten(x, 1)")));
    for (int layer = 2; layer <= specification.widths().size(); layer++) {
      String projection = "skip" + layer;
      String skip = has(projection) ? "torch.linear(h, " + tensor(projection, "weight") + ")" : "h";
      line("h = " + skip + " + " + activate(linear("hidden" + layer, "h")));
    }
    line("return " + linear("output", "h"));
  }

  private void convolutions() {
    line("h = x");
    for (int stage = 1; stage <= specification.widths().size(); stage++) {
      String convolved = convolution("conv" + stage, 1);
      String skip = stage == 2 ? "skip" : "skip" + stage;
      if (has(skip)) {
        convolved += " + " + convolution(skip, 0);
      }
      line("h = torch.max_pool2d(" + activate(convolved) + ", [2, 2], [2, 2], [0, 0], [1, 1])");
    }
    line("return " + linear("fc", "torch.flatten(h, 1)"));
  }

  private boolean has(String layer) {
    return layout.find(layer + ".weight").isPresent();
  }

  private String activate(String expression) {
    Activation activation = specification.activation();
    return switch (activation) {
      case RELU -> "torch.relu(" + expression + ")";
      case TANH -> "torch.tanh(" + expression + ")";
      case GELU -> "torch.gelu(" + expression + ")";
    };
  }

  private static String linear(String layer, String input) {
    return "torch.linear(%s, %s, %s)"
        .formatted(input, tensor(layer, "weight"), tensor(layer, "bias"));
  }

  private static String convolution(String layer, int padding) {
    return "torch.conv2d(h, %s, %s, [1, 1], [%d, %d])"
        .formatted(tensor(layer, "weight"), tensor(layer, "bias"), padding, padding);
  }

  /** {@code self.net.0.weight} has to be written with getattr, since 0 is no identifier. */
  private static String tensor(String layer, String name) {
    String expression = "self";
    for (String step : List.of(layer.split("\\.", -1))) {
      expression = "getattr(" + expression + ", \"" + step + "\")";
    }
    return expression + "." + name;
  }

  private void line(String statement) {
    text.append("    ").append(statement).append('\n');
  }
}
