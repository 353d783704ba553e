package org.thalweg.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

class ParameterBlockTest {
  private static final ParameterLayout LAYOUT =
      ParameterLayout.builder()
          .add("net.0.weight", ParameterKind.WEIGHT, 3, 2)
          .add("net.0.bias", ParameterKind.BIAS, 3)
          .add("net.10.weight", ParameterKind.WEIGHT, 1, 3)
          .add("scale", ParameterKind.NORM, 4)
          .build();

  @ParameterizedTest
  @CsvSource({
    "all, 16",
    "*, 16",
    "*.weight, 9",
    "net.0.bias, 3",
    "net.0, 9",
    "net.*, 12",
    "net.1*, 3",
    "scale, 4",
    "*0*, 12"
  })
  void patternsChooseTensors(String pattern, int parameters) {
    assertThat(ParameterBlock.matching(LAYOUT, pattern).dimension()).isEqualTo(parameters);
  }

  @ParameterizedTest
  @CsvSource({"net", "net.0.weigh", "net.0?weight", "[a-z]*", "''"})
  void whatFitsNothingIsNamed(String pattern) {
    assertThatThrownBy(() -> ParameterBlock.matching(LAYOUT, pattern))
        .isInstanceOfSatisfying(
            ThalwegException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.UNKNOWN_NAME);
              assertThat(e.expected()).contains("net.10.weight");
            });
  }

  @Test
  void layersAreTensorsWithOnePrefix() {
    assertThat(ParameterBlock.layers(LAYOUT))
        .extracting(ParameterBlock::name)
        .containsExactly("net.0", "net.10", "scale");
    assertThat(ParameterBlock.layers(LAYOUT))
        .extracting(ParameterBlock::dimension)
        .containsExactly(9, 3, 4);
  }
}
