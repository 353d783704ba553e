package org.thalweg.torch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.torch.network.Activation;
import org.thalweg.torch.network.NetworkSpecification;

class TrainingSpecificationTest {
  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 0, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesLearningRates(double rate) {
    ThalwegException error = invalid(() -> OptimizerSpecification.of(OptimizerKind.SGD, rate));

    assertThat(error.expected()).contains("learning rate");
    assertThat(error.found()).isEqualTo(String.valueOf(rate));
  }

  @Test
  void refusesOptimizerNumbersOutOfRange() {
    OptimizerSpecification sgd = OptimizerSpecification.of(OptimizerKind.SGD, 0.1);
    OptimizerSpecification nesterov = OptimizerSpecification.of(OptimizerKind.NESTEROV, 0.1);

    invalid(() -> sgd.withMomentum(1));
    invalid(() -> sgd.withMomentum(-0.1));
    invalid(() -> nesterov.withMomentum(0));
    invalid(() -> sgd.withBetas(1, 0.9));
    invalid(() -> sgd.withBetas(0.9, -0.1));
    invalid(() -> sgd.withEpsilon(0));
    invalid(() -> sgd.withWeightDecay(-1e-9));
    invalid(() -> sgd.withWeightDecay(Double.NaN));
  }

  @Test
  void refusesNumbersOutOfRange() {
    List<UnaryOperator<TrainingSpecification.Builder>> mistakes =
        List.of(
            builder -> builder.batchSize(0),
            builder -> builder.epochs(-1),
            builder -> builder.untilAccuracy(0),
            builder -> builder.untilAccuracy(1.01),
            builder -> builder.untilAccuracy(0.9).recordEvery(Interval.never()),
            builder -> builder.recordSamples(0),
            builder -> builder.workers(0));

    for (UnaryOperator<TrainingSpecification.Builder> mistake : mistakes) {
      invalid(() -> mistake.apply(builder()).build());
    }
    invalid(() -> Interval.epochs(0));
    invalid(() -> Interval.steps(-1));
  }

  @Test
  void knowsOptimizersByName() {
    assertThat(List.of("sgd", "momentum", "nesterov", "adam", "adamw"))
        .map(OptimizerKind::parse)
        .containsExactly(OptimizerKind.values());

    ThalwegException error =
        catchThrowableOfType(ThalwegException.class, () -> OptimizerKind.parse("lion"));
    assertThat(error.code()).isEqualTo(ErrorCode.UNKNOWN_NAME);
    assertThat(error.expected()).contains("sgd, momentum, nesterov, adam, adamw");
  }

  @Test
  void intervalsCountStepsOrEpochs() {
    assertThat(Interval.steps(3).due(6, 100)).isTrue();
    assertThat(Interval.steps(3).due(7, 100)).isFalse();
    assertThat(Interval.epochs(2).due(14, 7)).isTrue();
    assertThat(Interval.epochs(2).due(7, 7)).isFalse();
    assertThat(Interval.never().due(0, 7)).isFalse();
  }

  private static ThalwegException invalid(ThrowingCallable call) {
    ThalwegException error = catchThrowableOfType(ThalwegException.class, call);
    assertThat(error).isNotNull();
    assertThat(error.code()).isEqualTo(ErrorCode.INVALID_OPTION);
    return error;
  }

  private static TrainingSpecification.Builder builder() {
    return TrainingSpecification.builder(
        NetworkSpecification.parse("mlp:4", Activation.TANH),
        OptimizerSpecification.of(OptimizerKind.SGD, 0.1));
  }
}
