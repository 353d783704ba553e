package org.thalweg.study.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundledStudiesTest {
  static Stream<String> names() {
    return BundledStudies.names().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void eachIsReadAtBothScales(String name) {
    for (Scale scale : Scale.values()) {
      Study study = BundledStudies.read(name, scale).orElseThrow();
      assertThat(study.name()).isEqualTo(name);
      assertThat(study.scale()).isEqualTo(scale);
      assertThat(study.title()).isNotBlank();
      assertThat(study.question()).isNotBlank();
      assertThat(study.source()).matches("R[1-5]");
      assertThat(study.text()).isEqualTo(BundledStudies.text(name).orElseThrow());
      assertThat(study.seeds()).hasSizeGreaterThanOrEqualTo(5);
    }
  }

  /** The names that claims and pages use. */
  @ParameterizedTest
  @MethodSource("names")
  void levelsAreThoseOfTheReports(String name) {
    Map<String, String> r1 =
        Map.of(
            "shallow", "mlp:20",
            "deep", "mlp:16,16,16",
            "wide", "mlp:100",
            "residual", "resmlp:20,20");
    Study study = BundledStudies.read(name, Scale.PAPER).orElseThrow();
    for (Cell cell : study.cells()) {
      String network = cell.levels().getOrDefault("network", "");
      String net = cell.training().network();
      if (name.startsWith("r1-") && !name.equals("r1-cifar") && r1.containsKey(network)) {
        assertThat(net).isEqualTo(r1.get(network));
      }
      if (name.startsWith("r2-")) {
        String width = network.substring(4);
        assertThat(net)
            .isEqualTo(network.startsWith("mlp") ? "mlp:" + width : "cnn:" + width + "," + width);
      }
      String optimizer = cell.levels().getOrDefault("optimizer", cell.training().optimizer());
      assertThat(cell.training().optimizer()).isEqualTo(optimizer);
      if (cell.levels().containsKey("batch")) {
        assertThat(cell.levels().get("batch")).isEqualTo("" + cell.training().batch());
      }
    }
  }

  /** A look at a study is short, and every cell has seeds enough for a claim. */
  @ParameterizedTest
  @MethodSource("names")
  void theQuickScaleIsTheSmallerOne(String name) {
    StudySize quick = StudySize.of(BundledStudies.read(name, Scale.QUICK).orElseThrow());
    StudySize paper = StudySize.of(BundledStudies.read(name, Scale.PAPER).orElseThrow());
    assertThat(quick.trainings()).isBetween(5, 200).isLessThanOrEqualTo(paper.trainings());
    assertThat(quick.pairMeasurements()).isLessThanOrEqualTo(paper.pairMeasurements());
  }

  @Test
  void unknownOnesAreNone() {
    assertThat(BundledStudies.names()).hasSize(13).doesNotHaveDuplicates();
    assertThat(BundledStudies.text("r9")).isEmpty();
    assertThat(BundledStudies.read("../base", Scale.QUICK)).isEmpty();
  }
}
