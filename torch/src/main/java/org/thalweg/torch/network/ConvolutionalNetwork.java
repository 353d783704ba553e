package org.thalweg.torch.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.Tensor;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.parameter.ParameterTensor;
import org.thalweg.symmetry.UnitAxis;
import org.thalweg.symmetry.UnitGroup;

/** Convolution, activation, pooling, …, linear; with or without 1×1 skips around convolutions. */
final class ConvolutionalNetwork implements Architecture {
  /** Where a stage's tensors are in the layout: weight, then bias; −1 without a skip. */
  private record Stage(int convolution, int skip) {}

  private final Activation activation;
  private final List<Stage> stages = new ArrayList<>();
  private final ParameterLayout layout;

  ConvolutionalNetwork(NetworkSpecification specification, List<Integer> inputShape, int outputs) {
    this.activation = specification.activation();
    int depth = specification.widths().size();
    checkImage(specification, inputShape, depth);
    boolean residual = specification.family() == NetworkFamily.RESCNN;
    ParameterLayout.Builder builder = ParameterLayout.builder();
    int channels = inputShape.get(0);
    int tensors = 0;
    for (int stage = 1; stage <= depth; stage++) {
      int width = specification.widths().get(stage - 1);
      addConvolution(builder, "conv" + stage, width, channels, 3);
      boolean skips = residual && stage > 1;
      if (skips) {
        addConvolution(builder, stage == 2 ? "skip" : "skip" + stage, width, channels, 1);
      }
      stages.add(new Stage(tensors, skips ? tensors + 2 : -1));
      tensors += skips ? 4 : 2;
      channels = width;
    }
    int pixels = Math.multiplyExact(inputShape.get(1) >> depth, inputShape.get(2) >> depth);
    this.layout =
        builder
            .add("fc.weight", ParameterKind.WEIGHT, outputs, Math.multiplyExact(channels, pixels))
            .add("fc.bias", ParameterKind.BIAS, outputs)
            .build();
  }

  private static void addConvolution(
      ParameterLayout.Builder builder, String name, int outputs, int inputs, int size) {
    builder
        .add(name + ".weight", ParameterKind.WEIGHT, outputs, inputs, size, size)
        .add(name + ".bias", ParameterKind.BIAS, outputs);
  }

  private static void checkImage(
      NetworkSpecification specification, List<Integer> inputShape, int depth) {
    if (inputShape.size() != 3) {
      throw ThalwegException.of(ErrorCode.UNKNOWN_NETWORK)
          .expected("images (channels, height, width) for " + specification.description())
          .found("samples of shape " + inputShape)
          .next("use a network for plain vectors, e.g. mlp:256");
    }
    int side = Math.min(inputShape.get(1), inputShape.get(2));
    int deepest = 31 - Integer.numberOfLeadingZeros(side);
    if (depth > deepest) {
      throw ThalwegException.of(ErrorCode.UNKNOWN_NETWORK)
          .expected(
              "at most %d widths: each halves an image of %d × %d"
                  .formatted(deepest, inputShape.get(1), inputShape.get(2)))
          .found(specification.description() + " with " + depth)
          .next("leave widths out, or use larger images");
    }
  }

  @Override
  public ParameterLayout layout() {
    return layout;
  }

  /** Pooling takes the largest of a channel's own pixels and commutes with positive factors. */
  @Override
  public List<UnitGroup> unitGroups() {
    List<UnitGroup> groups = new ArrayList<>();
    for (int stage = 0; stage < stages.size(); stage++) {
      int channels = layout.tensors().get(stages.get(stage).convolution()).shape().get(0);
      List<UnitAxis> axes = new ArrayList<>();
      for (int tensor : convolutions(stage)) {
        axes.add(UnitAxis.producing(name(tensor)));
        axes.add(UnitAxis.producing(name(tensor + 1)));
      }
      if (stage + 1 < stages.size()) {
        convolutions(stage + 1).forEach(tensor -> axes.add(UnitAxis.consuming(name(tensor))));
      } else {
        ParameterTensor head = layout.tensors().get(layout.tensors().size() - 2);
        axes.add(UnitAxis.consuming(head.name(), head.shape().get(1) / channels));
      }
      groups.add(
          new UnitGroup(
              "stage " + (stage + 1), channels, axes, activation.positivelyHomogeneous()));
    }
    return groups;
  }

  /** The weights of a stage. */
  private List<Integer> convolutions(int stage) {
    Stage of = stages.get(stage);
    return of.skip() < 0 ? List.of(of.convolution()) : List.of(of.convolution(), of.skip());
  }

  private String name(int tensor) {
    return layout.tensors().get(tensor).name();
  }

  @Override
  public Tensor forward(List<Tensor> parameters, Tensor input) {
    return forward(parameters, input, !GradMode.is_enabled());
  }

  @Override
  public Tensor forwardForGradient(List<Tensor> parameters, Tensor input) {
    return forward(parameters, input, true);
  }

  private Tensor forward(List<Tensor> parameters, Tensor input, boolean mayBeBlocked) {
    Tensor hidden =
        mayBeBlocked && BlockedImages.apply(activation, input)
            ? BlockedImages.of(input)
            : Layers.channelsLast(input);
    for (Stage stage : stages) {
      try (Tensor before = hidden;
          Tensor convolved = convolve(parameters, stage, before)) {
        hidden = Layers.activateAndPool(activation, convolved);
      }
    }
    int last = layout.tensors().size();
    try (Tensor before = hidden;
        Tensor plain = BlockedImages.plain(before);
        Tensor flat = Layers.flatten(plain)) {
      return Layers.linear(flat, parameters.get(last - 2), parameters.get(last - 1));
    }
  }

  @Override
  public NetworkDerivatives derivatives(List<Tensor> parameters, Tensor input) {
    List<Function<Tensor, FixedLayer>> layers = new ArrayList<>();
    for (Stage stage : stages) {
      boolean first = layers.isEmpty();
      layers.add(
          x -> new FixedConvolution(x, parameters, stage.convolution(), stage.skip(), first));
      layers.add(x -> new FixedPooling(activation, x));
      layers.add(x -> new FixedBias(x, biases(stage)));
      layers.add(x -> new FixedActivation(activation, x));
    }
    layers.add(FixedFlattening::new);
    layers.add(x -> FixedLinear.of(x, parameters, layout.tensors().size() - 2, false));
    // A single channel is convolved faster when it is not described as channels-last.
    Tensor images = input.size(1) == 1 ? input.contiguous() : Layers.channelsLast(input);
    return LayerDerivatives.of(images, layers);
  }

  private static List<Integer> biases(Stage stage) {
    return stage.skip() < 0
        ? List.of(stage.convolution() + 1)
        : List.of(stage.convolution() + 1, stage.skip() + 1);
  }

  private static Tensor convolve(List<Tensor> parameters, Stage stage, Tensor input) {
    int at = stage.convolution();
    Tensor convolved = Layers.convolution(input, parameters.get(at), parameters.get(at + 1), 1);
    if (stage.skip() < 0) {
      return convolved;
    }
    int skip = stage.skip();
    try (Tensor added =
        Layers.convolution(input, parameters.get(skip), parameters.get(skip + 1), 0)) {
      // In place: neither convolution needs its own output to differentiate.
      convolved.add_(added);
      return convolved;
    }
  }
}
