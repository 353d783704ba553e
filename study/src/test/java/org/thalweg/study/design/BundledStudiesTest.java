package org.thalweg.study.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
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
}
