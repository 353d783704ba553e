package org.thalweg.torch.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.parameter.ParameterTensor;
import org.thalweg.symmetry.UnitAxis;
import org.thalweg.symmetry.UnitGroup;
import org.thalweg.torch.engine.TensorWorkers;

/** Linear, activation, …, linear; the names count activations as {@code nn.Sequential} does. */
final class MultilayerPerceptron implements Architecture, LinearEntry, Backpropagation {
  private final Activation activation;
  private final int hiddenLayers;
  private final ParameterLayout layout;

  MultilayerPerceptron(NetworkSpecification specification, List<Integer> inputShape, int outputs) {
    this.activation = specification.activation();
    this.hiddenLayers = specification.widths().size();
    ParameterLayout.Builder builder = ParameterLayout.builder();
    int inputs = inputShape.stream().reduce(1, Math::multiplyExact);
    for (int layer = 0; layer <= hiddenLayers; layer++) {
      int width = layer < hiddenLayers ? specification.widths().get(layer) : outputs;
      builder
          .add("net." + 2 * layer + ".weight", ParameterKind.WEIGHT, width, inputs)
          .add("net." + 2 * layer + ".bias", ParameterKind.BIAS, width);
      inputs = width;
    }
    this.layout = builder.build();
  }

  @Override
  public ParameterLayout layout() {
    return layout;
  }

  @Override
  public List<UnitGroup> unitGroups() {
    List<UnitGroup> groups = new ArrayList<>();
    for (int layer = 0; layer < hiddenLayers; layer++) {
      ParameterTensor weight = layout.tensors().get(2 * layer);
      List<UnitAxis> axes =
          List.of(
              UnitAxis.producing(weight.name()),
              UnitAxis.producing(layout.tensors().get(2 * layer + 1).name()),
              UnitAxis.consuming(layout.tensors().get(2 * layer + 2).name()));
      groups.add(
          new UnitGroup(
              "hidden " + (layer + 1),
              weight.shape().get(0),
              axes,
              activation.positivelyHomogeneous()));
    }
    return groups;
  }

  @Override
  public Tensor forward(List<Tensor> parameters, Tensor input) {
    Tensor hidden = Layers.flatten(input);
    for (int layer = 0; layer < hiddenLayers; layer++) {
      try (Tensor before = hidden;
          Tensor linear = linear(parameters, layer, before)) {
        hidden = Layers.activate(activation, linear);
      }
    }
    try (Tensor last = hidden) {
      return linear(parameters, hiddenLayers, last);
    }
  }

  @Override
  public Optional<LinearEntry> linearEntry() {
    return Optional.of(this);
  }

  /** Where the derivative of φ follows from its value. */
  @Override
  public Optional<Backpropagation> backpropagation() {
    return activation == Activation.GELU ? Optional.empty() : Optional.of(this);
  }

  @Override
  public List<Tensor> forward(List<Tensor> parameters, List<Tensor> inputs, TensorWorkers workers) {
    DividedProducts products = new DividedProducts(workers);
    List<Tensor> layers = new ArrayList<>(hiddenLayers + 2);
    layers.add(Layers.flatten(inputs.get(0)));
    for (int layer = 0; layer <= hiddenLayers; layer++) {
      Tensor weight = parameters.get(2 * layer);
      Tensor output = products.linear(layers.get(layer), weight, parameters.get(2 * layer + 1));
      layers.add(layer < hiddenLayers ? Layers.activateInPlace(activation, output) : output);
    }
    return layers;
  }

  @Override
  public void backward(
      List<Tensor> parameters,
      List<Tensor> layers,
      Tensor answers,
      List<Tensor> gradient,
      TensorWorkers workers) {
    DividedProducts products = new DividedProducts(workers);
    Tensor outer = answers;
    for (int layer = hiddenLayers; layer > 0; layer--) {
      Tensor input = layers.get(layer);
      Layers.sumOfRows(outer, gradient.get(2 * layer + 1));
      Tensor weight = parameters.get(2 * layer);
      Tensor inner = products.gradients(outer, input, weight, gradient.get(2 * layer));
      outer = Layers.derivative(activation, inner, input);
    }
    Layers.sumOfRows(outer, gradient.get(1));
    products.weightGradient(outer, layers.get(0), gradient.get(0));
  }

  @Override
  public NetworkDerivatives derivatives(List<Tensor> parameters, Tensor input) {
    List<Function<Tensor, FixedLayer>> layers = new ArrayList<>();
    for (int layer = 0; layer <= hiddenLayers; layer++) {
      int at = 2 * layer;
      layers.add(x -> FixedLinear.of(x, parameters, at, at == 0));
      if (layer < hiddenLayers) {
        layers.add(x -> new FixedActivation(activation, x));
      }
    }
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
    try (Tensor flat = Layers.flatten(input)) {
      Layers.linearAcross(flat, parameters.get(0), parameters.get(1), result);
    }
  }

  @Override
  public Tensor rest(Tensor answers, List<Tensor> parameters) {
    Tensor hidden = answers;
    for (int at = 0; at < parameters.size(); at += 2) {
      Layers.activateInPlace(activation, hidden);
      hidden = Layers.linearOfEachInPlace(hidden, parameters.get(at), parameters.get(at + 1));
    }
    return hidden;
  }

  private static Tensor linear(List<Tensor> parameters, int layer, Tensor input) {
    return Layers.linear(input, parameters.get(2 * layer), parameters.get(2 * layer + 1));
  }
}
