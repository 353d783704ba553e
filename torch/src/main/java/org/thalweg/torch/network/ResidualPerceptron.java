package org.thalweg.torch.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.symmetry.UnitAxis;
import org.thalweg.symmetry.UnitGroup;

/**
 * Linear layers of which each hidden one after the first adds its input to its output: hₖ = Pₖhₖ₋₁
 * + φ(Wₖhₖ₋₁ + bₖ).
 */
final class ResidualPerceptron implements Architecture, LinearEntry {
  /** Where a hidden layer's tensors are in the layout; −1 when the skip is the identity. */
  private record Hidden(int weight, int bias, int projection) {}

  private final Activation activation;
  private final List<Hidden> hiddenLayers = new ArrayList<>();
  private final ParameterLayout layout;

  ResidualPerceptron(NetworkSpecification specification, List<Integer> inputShape, int outputs) {
    this.activation = specification.activation();
    ParameterLayout.Builder builder = ParameterLayout.builder();
    int inputs = inputShape.stream().reduce(1, Math::multiplyExact);
    int tensors = 0;
    for (int layer = 1; layer <= specification.widths().size(); layer++) {
      int width = specification.widths().get(layer - 1);
      builder
          .add("hidden" + layer + ".weight", ParameterKind.WEIGHT, width, inputs)
          .add("hidden" + layer + ".bias", ParameterKind.BIAS, width);
      boolean projected = layer > 1 && width != inputs;
      if (projected) {
        builder.add("skip" + layer + ".weight", ParameterKind.WEIGHT, width, inputs);
      }
      hiddenLayers.add(new Hidden(tensors, tensors + 1, projected ? tensors + 2 : -1));
      tensors += projected ? 3 : 2;
      inputs = width;
    }
    this.layout =
        builder
            .add("output.weight", ParameterKind.WEIGHT, outputs, inputs)
            .add("output.bias", ParameterKind.BIAS, outputs)
            .build();
  }

  @Override
  public ParameterLayout layout() {
    return layout;
  }

  /**
   * An identity skip adds unit i of one layer to unit i of the next, so they can only move
   * together: a group reaches from one projection to the next.
   */
  @Override
  public List<UnitGroup> unitGroups() {
    List<UnitGroup> groups = new ArrayList<>();
    List<UnitAxis> axes = new ArrayList<>();
    int first = 1;
    for (int layer = 1; layer <= hiddenLayers.size(); layer++) {
      Hidden hidden = hiddenLayers.get(layer - 1);
      if (hidden.projection() >= 0) {
        axes.add(UnitAxis.consuming(name(hidden.weight())));
        axes.add(UnitAxis.consuming(name(hidden.projection())));
        groups.add(group(first, layer - 1, axes));
        axes.clear();
        first = layer;
        axes.add(UnitAxis.producing(name(hidden.projection())));
      } else if (layer > 1) {
        axes.add(UnitAxis.consuming(name(hidden.weight())));
      }
      axes.add(UnitAxis.producing(name(hidden.weight())));
      axes.add(UnitAxis.producing(name(hidden.bias())));
    }
    axes.add(UnitAxis.consuming(name(layout.tensors().size() - 2)));
    groups.add(group(first, hiddenLayers.size(), axes));
    return groups;
  }

  private UnitGroup group(int first, int last, List<UnitAxis> axes) {
    int units = layout.tensors().get(hiddenLayers.get(first - 1).weight()).shape().get(0);
    String name = first == last ? "hidden " + first : "hidden " + first + " to " + last;
    return new UnitGroup(name, units, axes, activation.positivelyHomogeneous());
  }

  private String name(int tensor) {
    return layout.tensors().get(tensor).name();
  }

  @Override
  public Tensor forward(List<Tensor> parameters, Tensor input) {
    Tensor hidden;
    try (Tensor flat = Layers.flatten(input)) {
      hidden = branch(parameters, hiddenLayers.get(0), flat);
    }
    for (Hidden layer : hiddenLayers.subList(1, hiddenLayers.size())) {
      try (Tensor before = hidden;
          Tensor branch = branch(parameters, layer, before)) {
        hidden = skip(parameters, layer, before, branch);
      }
    }
    int last = layout.tensors().size();
    try (Tensor before = hidden) {
      return Layers.linear(before, parameters.get(last - 2), parameters.get(last - 1));
    }
  }

  @Override
  public Optional<LinearEntry> linearEntry() {
    return Optional.of(this);
  }

  @Override
  public NetworkDerivatives derivatives(List<Tensor> parameters, Tensor input) {
    List<Function<Tensor, FixedLayer>> layers = new ArrayList<>();
    layers.add(x -> FixedLinear.of(x, parameters, hiddenLayers.get(0).weight(), true));
    layers.add(x -> new FixedActivation(activation, x));
    for (Hidden layer : hiddenLayers.subList(1, hiddenLayers.size())) {
      layers.add(x -> new FixedSkip(activation, x, parameters, layer.weight(), layer.projection()));
    }
    layers.add(x -> FixedLinear.of(x, parameters, layout.tensors().size() - 2, false));
    return LayerDerivatives.of(Layers.flatten(input), layers);
  }

  @Override
  public int tensors() {
    return 2;
  }

  @Override
  public int width() {
    return layout.tensors().get(0).shape().get(0);
  }

  @Override
  public void first(List<Tensor> parameters, Tensor input, Tensor result) {
    Hidden layer = hiddenLayers.get(0);
    try (Tensor flat = Layers.flatten(input)) {
      Layers.linearAcross(
          flat, parameters.get(layer.weight()), parameters.get(layer.bias()), result);
    }
  }

  @Override
  public Tensor rest(Tensor answers, List<Tensor> parameters) {
    Tensor hidden = Layers.activateInPlace(activation, answers);
    for (Hidden layer : hiddenLayers.subList(1, hiddenLayers.size())) {
      Tensor weight = parameters.get(layer.weight() - tensors());
      Tensor bias = parameters.get(layer.bias() - tensors());
      Tensor branch = Layers.activateInPlace(activation, Layers.linearOfEach(hidden, weight, bias));
      if (layer.projection() >= 0) {
        Tensor projection = parameters.get(layer.projection() - tensors());
        hidden = torch.baddbmm(branch, projection, hidden);
      } else {
        hidden = branch.add_(hidden);
      }
    }
    int last = parameters.size();
    return Layers.linearOfEachInPlace(hidden, parameters.get(last - 2), parameters.get(last - 1));
  }

  private Tensor branch(List<Tensor> parameters, Hidden layer, Tensor input) {
    try (Tensor linear =
        Layers.linear(input, parameters.get(layer.weight()), parameters.get(layer.bias()))) {
      return Layers.activate(activation, linear);
    }
  }

  private static Tensor skip(List<Tensor> parameters, Hidden layer, Tensor input, Tensor branch) {
    return layer.projection() < 0
        ? branch.add(input)
        : Layers.linearPlus(branch, input, parameters.get(layer.projection()));
  }
}
