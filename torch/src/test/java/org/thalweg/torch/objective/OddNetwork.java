package org.thalweg.torch.objective;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.torch.network.Activation;
import org.thalweg.torch.network.Network;
import org.thalweg.torch.network.NetworkSpecification;

/**
 * Two numbers in, one out, and parameters {@code used} and {@code ignored} of shape 1 × 2.
 *
 * @param formula the output from input (batch × 2) and the first parameter
 */
record OddNetwork(BinaryOperator<Tensor> formula, UnaryOperator<Tensor> after) implements Network {
  static OddNetwork of(BinaryOperator<Tensor> formula) {
    return new OddNetwork(formula, UnaryOperator.identity());
  }

  @Override
  public NetworkSpecification specification() {
    return NetworkSpecification.parse("mlp", Activation.RELU);
  }

  @Override
  public List<Integer> inputShape() {
    return List.of(2);
  }

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public ParameterLayout layout() {
    return ParameterLayout.builder()
        .add("used", ParameterKind.WEIGHT, 1, 2)
        .add("ignored", ParameterKind.WEIGHT, 1, 2)
        .build();
  }

  @Override
  public Tensor forward(List<Tensor> parameters, Tensor input) {
    return after.apply(formula.apply(input, parameters.get(0)));
  }

  @Override
  public double[] initialize(long seed) {
    return new double[] {1, 2, 3, 4};
  }
}
