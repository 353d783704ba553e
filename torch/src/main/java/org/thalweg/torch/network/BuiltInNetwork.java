package org.thalweg.torch.network;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.symmetry.NetworkSymmetries;

/**
 * A built-in network for inputs of one shape.
 *
 * <p>The formulas, with φ the activation:
 *
 * <ul>
 *   <li>{@code mlp}: h₀ = x flattened, hₖ = φ(Wₖhₖ₋₁ + bₖ), output Wh + b; tensors named as {@code
 *       torch.nn.Sequential} would ({@code net.0.weight}, {@code net.0.bias}, {@code net.2.weight},
 *       …).
 *   <li>{@code resmlp}: h₁ = φ(W₁x + b₁), hₖ = Pₖhₖ₋₁ + φ(Wₖhₖ₋₁ + bₖ), output Wh + b; Pₖ is the
 *       identity between equal widths and a matrix of its own ({@code skip2.weight}, …, without
 *       bias) otherwise.
 *   <li>{@code cnn}: hₖ = maxpool₂ₓ₂(φ(convₖ(hₖ₋₁))) with 3×3 convolutions, padding 1 and stride 1;
 *       output Wh + b ({@code fc}) on h flattened in the order channel, row, column.
 *   <li>{@code rescnn}: the same with hₖ = maxpool₂ₓ₂(φ(convₖ(hₖ₋₁) + skipₖ(hₖ₋₁))) for k ≥ 2,
 *       where skipₖ is a 1×1 convolution with bias ({@code skip}, then {@code skip3}, …).
 * </ul>
 */
public final class BuiltInNetwork implements Network {
  private final NetworkSpecification specification;
  private final List<Integer> inputShape;
  private final int outputs;
  private final Architecture architecture;

  private BuiltInNetwork(
      NetworkSpecification specification,
      List<Integer> inputShape,
      int outputs,
      Architecture architecture) {
    this.specification = specification;
    this.inputShape = List.copyOf(inputShape);
    this.outputs = outputs;
    this.architecture = architecture;
  }

  /**
   * The network of this description.
   *
   * @param inputShape shape of one sample; convolutional networks need channels, height, width
   * @param outputs classes, or target components
   * @throws ThalwegException {@code UNKNOWN_NETWORK} when inputs of this shape do not go through it
   *     or it has more parameters than an array can hold
   */
  public static BuiltInNetwork create(
      NetworkSpecification specification, List<Integer> inputShape, int outputs) {
    Architecture architecture =
        switch (specification.family()) {
          case MLP ->
              checked(
                  specification,
                  () -> new MultilayerPerceptron(specification, inputShape, outputs));
          case RESMLP ->
              checked(
                  specification, () -> new ResidualPerceptron(specification, inputShape, outputs));
          case CNN, RESCNN ->
              checked(
                  specification,
                  () -> new ConvolutionalNetwork(specification, inputShape, outputs));
        };
    return new BuiltInNetwork(specification, inputShape, outputs, architecture);
  }

  private static Architecture checked(
      NetworkSpecification specification, Supplier<Architecture> build) {
    try {
      return build.get();
    } catch (ArithmeticException e) {
      throw tooLarge(specification, e);
    } catch (ThalwegException e) {
      // Our names and offsets are right, so what the layout refuses is its size.
      throw e.code() == ErrorCode.INVALID_LAYOUT ? tooLarge(specification, e) : e;
    }
  }

  private static ThalwegException tooLarge(
      NetworkSpecification specification, RuntimeException cause) {
    return ThalwegException.of(ErrorCode.UNKNOWN_NETWORK)
        .expected("at most " + Integer.MAX_VALUE + " parameters")
        .found(specification + ", which has more")
        .because(cause)
        .next("choose smaller widths");
  }

  @Override
  public NetworkSpecification specification() {
    return specification;
  }

  @Override
  public List<Integer> inputShape() {
    return inputShape;
  }

  @Override
  public int outputs() {
    return outputs;
  }

  @Override
  public ParameterLayout layout() {
    return architecture.layout();
  }

  @Override
  public Optional<NetworkSymmetries> symmetries() {
    return Optional.of(new NetworkSymmetries(layout(), architecture.unitGroups()));
  }

  @Override
  public Tensor forward(List<Tensor> parameters, Tensor input) {
    return architecture.forward(parameters, input);
  }

  @Override
  public Tensor forwardForGradient(List<Tensor> parameters, List<Tensor> inputs) {
    return architecture.forwardForGradient(parameters, inputs.get(0));
  }

  @Override
  public Optional<Backpropagation> backpropagation() {
    return architecture.backpropagation();
  }

  @Override
  public Optional<NetworkDerivatives.Source> derivatives() {
    return Optional.of((parameters, inputs) -> architecture.derivatives(parameters, inputs.get(0)));
  }

  @Override
  public Optional<LinearEntry> linearEntry() {
    return architecture.linearEntry();
  }

  @Override
  public double[] initialize(long seed) {
    return InitialWeights.draw(layout(), seed);
  }

  @Override
  public String toString() {
    return specification + " for inputs of shape " + inputShape + " and " + outputs + " outputs";
  }
}
