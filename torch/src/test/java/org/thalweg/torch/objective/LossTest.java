package org.thalweg.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.data.Targets;
import org.thalweg.linalg.Precision;
import org.thalweg.random.RandomStream;
import org.thalweg.testkit.RelativeError;
import org.thalweg.torch.engine.TensorArrays;

class LossTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cross-entropy",
        "cross-entropy:smoothing=0.1,ignore=0",
        "nll",
        "nll:ignore=-1",
        "mse",
        "l1",
        "huber",
        "huber:delta=2.0",
        "bce"
      })
  void namesAreReadAsTheyAreWritten(String name) {
    assertThat(Loss.named(name).name()).isEqualTo(name);
  }

  @Test
  void unknownNamesAndOptionsAreErrors() {
    assertThatThrownBy(() -> Loss.named("hinge")).hasMessageContaining("TW-1002");
    for (String text :
        List.of(
            "mse:delta=1",
            "huber:delta",
            "huber:delta=0",
            "nll:ignore=0.5",
            "huber:=1",
            "cross-entropy:smoothing=2")) {
      assertThatThrownBy(() -> Loss.named(text)).hasMessageContaining("TW-1001");
    }
  }

  /** Equal logits of C classes: −log(1/C), whatever the label and the smoothing. */
  @Test
  void ignoredPositionsDoNotCount() {
    Targets targets = new Targets.Labels(4, List.of(2), 1, 9, 9, 9, 2, 3);
    Loss loss = Loss.named("cross-entropy:ignore=9,smoothing=0.3").over(targets);
    try (PointerScope scope = new PointerScope()) {
      double[] losses =
          TensorArrays.toDoubles(
              loss.perSample(
                  TensorArrays.of(new double[24], Precision.FLOAT64, 3, 4, 2),
                  loss.tensor(targets, List.of(4, 2), Precision.FLOAT64)));
      // Three positions of three samples count: a mean of one for each sample.
      RelativeError.atMost(1e-14, "losses", losses, new double[] {Math.log(4), 0, 2 * Math.log(4)});
    }
  }

  /** Samples with one label each, of which some do not count. */
  @ParameterizedTest
  @ValueSource(strings = {"cross-entropy:ignore=9", "nll:ignore=9"})
  void ignoredSamplesDoNotCount(String name) {
    Targets targets = new Targets.Labels(4, 1, 9, 3, 9);
    Loss loss = Loss.named(name).over(targets);
    double each = -Math.log(0.25);
    double[] logits = new double[16];
    Arrays.fill(logits, -each);
    try (PointerScope scope = new PointerScope()) {
      double[] losses =
          TensorArrays.toDoubles(
              loss.perSample(
                  TensorArrays.of(logits, Precision.FLOAT64, 4, 4),
                  loss.tensor(targets, List.of(4), Precision.FLOAT64)));
      RelativeError.atMost(1e-14, "losses", losses, new double[] {2 * each, 0, 2 * each, 0});
    }
  }

  /** For several points at once, with the outputs along the rows: the same numbers. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cross-entropy",
        "cross-entropy:smoothing=0.1",
        "cross-entropy:ignore=2",
        "nll",
        "mse",
        "l1",
        "huber:delta=0.5",
        "bce"
      })
  void severalPointsAtOnceAreAsOneAfterTheOther(String name) {
    int points = 3;
    int outputs = 4;
    int batch = 5;
    double[] answers = RandomStream.of(1, "answers").gaussians(points * outputs * batch);
    Targets labels = new Targets.Labels(outputs, 0, 3, 2, 1, 2);
    float[] numbers = new float[outputs * batch];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i % 3 / 2f;
    }
    Targets targets =
        Loss.named(name).classifies() ? labels : new Targets.Reals(List.of(outputs), numbers);
    Loss loss = Loss.named(name).over(targets);
    try (PointerScope scope = new PointerScope()) {
      Tensor wanted = loss.tensor(targets, List.of(outputs), Precision.FLOAT64);
      Tensor across = TensorArrays.of(answers, Precision.FLOAT64, points, outputs, batch);
      double[] together = TensorArrays.toDoubles(loss.perSampleOfEach(across, wanted));
      for (int point = 0; point < points; point++) {
        Tensor rows = across.select(0, point).t().contiguous();
        RelativeError.atMost(
            1e-14,
            "losses",
            Arrays.copyOfRange(together, point * batch, (point + 1) * batch),
            TensorArrays.toDoubles(loss.perSample(rows, wanted)));
      }
    }
  }

  @Test
  void huberIsASquareInsideAndALineOutside() {
    Loss loss = new HuberLoss(2);
    Targets targets = new Targets.Reals(List.of(2), 0, 0);
    try (PointerScope scope = new PointerScope()) {
      double[] losses =
          TensorArrays.toDoubles(
              loss.perSample(
                  TensorArrays.of(new double[] {1, -5}, Precision.FLOAT64, 1, 2),
                  loss.tensor(targets, List.of(2), Precision.FLOAT64)));
      assertThat(losses).containsExactly((0.5 + 2 * (5 - 1)) / 2);
    }
  }

  @Test
  void labelsMustFitTheAnswers() {
    Targets tokens = new Targets.Labels(4, List.of(2), 1, 2, 3, 0);
    Loss loss = new CrossEntropy();
    for (List<Integer> shape : List.of(List.of(4), List.of(2, 4), List.of(4, 3), List.of(3, 2))) {
      assertThatThrownBy(() -> loss.tensor(tokens, shape, Precision.FLOAT64))
          .hasMessageContaining("TW-1004");
    }
    Targets outside = new Targets.Labels(4, List.of(1), 1, 7);
    assertThatThrownBy(() -> loss.tensor(outside, List.of(4, 1), Precision.FLOAT64))
        .hasMessageContaining("label 7 at sample 1")
        .hasMessageContaining("ignore");
    assertThatThrownBy(() -> Loss.named("nll:ignore=0").over(new Targets.Labels(3, 0, 0)))
        .hasMessageContaining("TW-1004");
  }
}
