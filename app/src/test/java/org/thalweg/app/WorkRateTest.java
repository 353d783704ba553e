package org.thalweg.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.app.request.Destination;
import org.thalweg.app.request.Execution;
import org.thalweg.app.request.OptimizerChoice;
import org.thalweg.app.request.Recording;
import org.thalweg.app.request.StoppingRule;
import org.thalweg.app.request.TrainRequest;

class WorkRateTest {
  /** Also where one batch is the whole training split. */
  @ParameterizedTest
  @ValueSource(ints = {1, 32, 100_000})
  void stepsAndGradientsTakeTime(int batch) {
    WorkRate rate =
        WorkRate.of(
            new TrainRequest(
                "sine",
                "mlp:4",
                "tanh",
                "auto",
                OptimizerChoice.DEFAULT,
                batch,
                OptionalInt.empty(),
                new StoppingRule.UntilAccuracy(0.9, 50),
                Recording.DEFAULT,
                Execution.DEFAULT,
                Destination.DEFAULT),
            DatasetSource.fresh());
    assertThat(rate.secondsPerStep()).isPositive();
    assertThat(rate.secondsPerSample()).isPositive();
  }
}
