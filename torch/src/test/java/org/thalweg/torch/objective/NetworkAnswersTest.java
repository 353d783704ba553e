package org.thalweg.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.testkit.GoldenCase;

class NetworkAnswersTest {
  /** Against the raw outputs that PyTorch gives; chunks and workers do not show. */
  @ParameterizedTest
  @ValueSource(strings = {"mlp-regression", "mlp-digits", "cnn-mnist"})
  void answersAreTheRawOutputsInTheOrderOfTheSamples(String name) {
    GoldenCase golden = GoldenCase.load(name);
    ObjectiveOptions options =
        ObjectiveOptions.defaults()
            .withPrecision(Precision.FLOAT64)
            .withChunkSize(33)
            .withWorkers(2);
    try (NetworkObjective objective = GoldenObjectives.objective(golden, options);
        Vector theta = objective.parameters()) {
      NetworkAnswers answers = objective.answers(theta);
      double[] flat = Arrays.stream(answers.values()).flatMapToDouble(Arrays::stream).toArray();
      assertThat(answers.values())
          .hasDimensions(objective.samples(), flat.length / objective.samples());
      assertThat(flat).containsExactly(golden.vector("outputs"), within(1e-9));
      assertThat(answers.positions()).isEqualTo(1);
      assertThat(answers.classifies()).isEqualTo(!name.equals("mlp-regression"));
      assertThat(objective.cost().forward()).isEqualTo(1);
    }
  }
}
