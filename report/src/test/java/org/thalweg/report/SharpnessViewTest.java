package org.thalweg.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.figure.SampleResults;
import org.thalweg.probe.sharpness.SharpnessMeasures;
import org.thalweg.result.Measurement;

class SharpnessViewTest {
  @Test
  void everyMeasureIsExplained() {
    List<String> names =
        SharpnessMeasures.all().stream().map(SharpnessMeasures.Entry::name).toList();
    assertThat(SharpnessWords.of(names)).extracting(NumberWords::name).isEqualTo(names);
    assertThat(SharpnessWords.of(names))
        .allSatisfy(
            words -> {
              assertThat(words.says()).endsWith(".");
              assertThat(words.misleads()).endsWith(".");
            });
  }

  @Test
  void onlyWhatWasMeasuredIsExplained() {
    SharpnessView view = new SharpnessView();
    assertThat(view.words(SampleResults.sharpness()))
        .extracting(NumberWords::name)
        .containsExactly(
            "ball", "ball-sampled", "gaussian", "keskar", "adaptive-average-l2", "sam", "asam");
    assertThat(view.keyNumbers(SampleResults.sharpness()))
        .extracting(Measurement::name)
        .containsExactly("ball");
  }
}
