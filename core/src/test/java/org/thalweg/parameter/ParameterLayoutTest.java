package org.thalweg.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

class ParameterLayoutTest {
  private static final ParameterLayout LAYOUT =
      ParameterLayout.builder()
          .add("conv.weight", ParameterKind.WEIGHT, 4, 3, 5, 5)
          .add("conv.bias", ParameterKind.BIAS, 4)
          .add("fc.weight", ParameterKind.WEIGHT, 2, 16)
          .add("scale", ParameterKind.NORM)
          .build();

  @Test
  void offsetsFollowEachOther() {
    assertThat(LAYOUT.tensors())
        .extracting(ParameterTensor::offset)
        .containsExactly(0, 300, 304, 336);
    assertThat(LAYOUT.dimension()).isEqualTo(337);
  }

  @Test
  void filtersDivideATensorAlongItsFirstDimension() {
    ParameterTensor conv = LAYOUT.tensor("conv.weight");
    assertThat(conv.filters()).isEqualTo(4);
    assertThat(conv.filter(0)).isEqualTo(new ParameterSlice(0, 75));
    assertThat(conv.filter(3)).isEqualTo(new ParameterSlice(225, 75));
    assertThat(LAYOUT.tensor("fc.weight").filterSlices())
        .containsExactly(new ParameterSlice(304, 16), new ParameterSlice(320, 16));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> conv.filter(4));
  }

  @Test
  void tensorsOfFewerThanTwoDimensionsAreOneFilter() {
    assertThat(LAYOUT.tensor("conv.bias").filterSlices())
        .containsExactly(new ParameterSlice(300, 4));
    assertThat(LAYOUT.tensor("scale").filterSlices()).containsExactly(new ParameterSlice(336, 1));
  }

  @Test
  void lookupByName() {
    assertThat(LAYOUT.find("conv.bias")).contains(LAYOUT.tensors().get(1));
    assertThat(LAYOUT.find("conv")).isEmpty();
    assertThatExceptionOfType(ThalwegException.class)
        .isThrownBy(() -> LAYOUT.tensor("conv"))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.UNKNOWN_NAME))
        .withMessageContaining("conv.weight, conv.bias, fc.weight, scale");
  }

  @Test
  void fingerprintTellsNamesShapesAndOrder() {
    assertThat(LAYOUT.fingerprint())
        .isEqualTo("conv.weight[4,3,5,5] conv.bias[4] fc.weight[2,16] scale[]");
    ParameterLayout transposed =
        ParameterLayout.builder().add("w", ParameterKind.WEIGHT, 2, 3).build();
    ParameterLayout original =
        ParameterLayout.builder().add("w", ParameterKind.WEIGHT, 3, 2).build();
    assertThat(transposed.fingerprint()).isNotEqualTo(original.fingerprint());
  }

  @Test
  void anEmptyLayoutHasDimensionZero() {
    assertThat(ParameterLayout.builder().build().dimension()).isZero();
  }

  @Test
  void aNameOccursOnce() {
    ParameterLayout.Builder twice =
        ParameterLayout.builder()
            .add("w", ParameterKind.WEIGHT, 2)
            .add("w", ParameterKind.WEIGHT, 2);
    assertInvalid(twice::build);
  }

  @Test
  void gapsAndOverlapsAreRejected() {
    ParameterTensor first = new ParameterTensor("a", List.of(3), ParameterKind.WEIGHT, 0);
    assertInvalid(() -> layout(first, new ParameterTensor("b", List.of(2), ParameterKind.BIAS, 4)));
    assertInvalid(() -> layout(first, new ParameterTensor("b", List.of(2), ParameterKind.BIAS, 2)));
    assertInvalid(() -> layout(new ParameterTensor("b", List.of(2), ParameterKind.BIAS, 1)));
  }

  @Test
  void tensorsThatCannotBeAreRejected() {
    assertInvalid(() -> new ParameterTensor(" ", List.of(1), ParameterKind.WEIGHT, 0));
    assertInvalid(() -> new ParameterTensor("w", List.of(1), ParameterKind.WEIGHT, -1));
    assertInvalid(() -> new ParameterTensor("w", List.of(2, 0), ParameterKind.WEIGHT, 0));
    assertInvalid(() -> new ParameterTensor("w", List.of(-2, -2), ParameterKind.WEIGHT, 0));
    assertInvalid(
        () -> new ParameterTensor("w", List.of(65536, 65536, 65536), ParameterKind.WEIGHT, 0));
    assertInvalid(() -> new ParameterTensor("w", List.of(1 << 30), ParameterKind.WEIGHT, 1 << 30));
  }

  @Test
  void aSliceSeesOnlyItsStretch() {
    double[] x = {100, 3, 4, 100};
    ParameterSlice slice = new ParameterSlice(1, 2);
    assertThat(slice.norm(x)).isEqualTo(5);
    slice.scale(x, -2);
    assertThat(x).containsExactly(100, -6, -8, 100);
  }

  private static ParameterLayout layout(ParameterTensor... tensors) {
    return new ParameterLayout(List.of(tensors));
  }

  private static void assertInvalid(Runnable action) {
    assertThatExceptionOfType(ThalwegException.class)
        .isThrownBy(action::run)
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_LAYOUT));
  }
}
