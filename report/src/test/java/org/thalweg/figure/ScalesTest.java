package org.thalweg.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.thalweg.result.Eigenvalue;
import org.thalweg.result.Grid;
import org.thalweg.result.Values;

class ScalesTest {

  @Test
  void linearTicksAreRoundAndLabelledAlike() {
    assertThat(labels(new LinearScale().ticks(-1, 1, 5)))
        .containsExactly("−1.0", "−0.5", "0.0", "0.5", "1.0");
    assertThat(labels(new LinearScale().ticks(0, 1000, 4)))
        .containsExactly("0", "250", "500", "750", "1000");
    assertThat(labels(new LinearScale().ticks(0, 0.5, 2))).containsExactly("0.00", "0.25", "0.50");
  }

  @Test
  void logarithmicTicksAreLabelledAtOneTwoFive() {
    assertThat(labels(new LogarithmicScale().ticks(0.09, 11, 7)))
        .containsExactly("0.1", "0.2", "0.5", "1", "2", "5", "10");
    assertThat(labels(new LogarithmicScale().ticks(1e-6, 1e6, 7)))
        .containsExactly("10⁻⁶", "10⁻⁴", "0.01", "1", "100", "10000", "10⁶");
  }

  @Test
  void aLogarithmicScaleHasNoPlaceForZero() {
    assertThat(new LogarithmicScale().transform(0)).isNaN();
    assertThat(new LogarithmicScale().transform(-1)).isNaN();
    assertThat(new LogarithmicScale().transform(100)).isEqualTo(2);
  }

  @Test
  void theSymmetricScaleIsOddAndGrowsByDecades() {
    SymmetricLogarithmicScale scale = new SymmetricLogarithmicScale(1e-3);
    assertThat(scale.transform(0)).isZero();
    assertThat(scale.transform(-7)).isEqualTo(-scale.transform(7));
    assertThat(scale.transform(100) - scale.transform(10)).isCloseTo(1, within(1e-4));
  }

  @Test
  void anAxisTurnsLogarithmicOnlyForPositiveValuesOverDecades() {
    assertThat(Axis.forRange("x", () -> DoubleStream.of(0.01, 1)).scale())
        .isInstanceOf(LogarithmicScale.class);
    assertThat(Axis.forRange("x", () -> DoubleStream.of(0.5, 1)).scale())
        .isInstanceOf(LinearScale.class);
    assertThat(Axis.forRange("x", () -> DoubleStream.of(-0.01, 1)).scale())
        .isInstanceOf(LinearScale.class);
  }

  @Test
  void anAxisOfOneValueOrNoneStillHasAnExtent() {
    for (Axis axis :
        List.of(
            Axis.linear("x", DoubleStream.of(3)),
            Axis.linear("x", DoubleStream.of(0, 0)),
            Axis.linear("x", DoubleStream.of(Double.NaN)),
            Axis.linear("x", DoubleStream.empty()))) {
      assertThat(axis.high()).isGreaterThan(axis.low());
    }
    assertThat(Axis.linear("x", DoubleStream.of(3)).fraction(3)).isEqualTo(0.5);
  }

  @Test
  void levelsAreRoundInsideAndLogarithmicOverDecades() {
    assertThat(ContourLevels.between(0, 1.05, false))
        .containsExactly(
            0.1,
            0.2,
            0.30000000000000004,
            0.4,
            0.5,
            0.6000000000000001,
            0.7000000000000001,
            0.8,
            0.9,
            1.0);
    assertThat(ContourLevels.between(0.04, 25, true))
        .containsExactly(0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0);
    assertThat(ContourLevels.between(1e-12, 1e12, true)).hasSizeBetween(8, 16);
    assertThat(ContourLevels.between(2, 2, false)).isEmpty();
    assertThat(ContourLevels.between(Double.NaN, 2, false)).isEmpty();
  }

  @Test
  void aFieldOverDecadesIsLogarithmic() {
    FieldScale scale = FieldScale.of(row(0.05, 0.1, 0.5, 1, 5));
    assertThat(scale.logarithmic()).isTrue();
    assertThat(scale.fraction(0.5)).isCloseTo(0.5, within(1e-12));
    assertThat(FieldScale.of(row(1, 2, 3)).logarithmic()).isFalse();
  }

  @Test
  void aFewHugeValuesAreCutOffAndItIsKnown() {
    double[] values = DoubleStream.iterate(1, x -> x + 0.01).limit(100).toArray();
    values[99] = 1000;
    values[98] = -1;
    FieldScale scale = FieldScale.of(row(values));
    assertThat(scale.isCutOff()).isTrue();
    assertThat(scale.highest()).isEqualTo(1000);
    assertThat(scale.high()).isBetween(1.98, 5.0);
    assertThat(scale.fraction(1000)).isEqualTo(1);
    assertThat(FieldScale.of(row(1, 2, 3, 4)).isCutOff()).isFalse();
  }

  @Test
  void whatIsNotFiniteHasNoColour() {
    FieldScale scale = FieldScale.of(row(1, Double.NaN, Double.POSITIVE_INFINITY, 2));
    assertThat(scale.highest()).isEqualTo(2);
    assertThat(scale.fraction(Double.POSITIVE_INFINITY)).isNaN();
    assertThat(scale.fraction(Double.NaN)).isNaN();
  }

  @Test
  void eigenvaluesOverDecadesGetASymmetricScaleThatKeepsTheirOrder() {
    EigenvalueScale scale =
        EigenvalueScale.of(
            List.of(
                new Eigenvalue(500, 1, true),
                new Eigenvalue(0.2, 0.1, true),
                new Eigenvalue(-3, 0.1, true)));
    assertThat(scale.threshold()).isCloseTo(0.1, within(1e-12));
    assertThat(scale.place(500)).isGreaterThan(scale.place(0.2));
    assertThat(scale.place(0)).isZero();
    assertThat(scale.place(-3)).isNegative();
    assertThat(scale.low()).isLessThan(-3.1);
    assertThat(EigenvalueScale.of(List.of(new Eigenvalue(3, 0.1, true))).threshold()).isNaN();
  }

  @Test
  void viridisHitsItsPublishedAnchorsAndStaysInside() {
    assertThat(ColourMap.VIRIDIS.at(0).getRGB() & 0xffffff).isEqualTo(0x440154);
    assertThat(ColourMap.VIRIDIS.at(1).getRGB() & 0xffffff).isEqualTo(0xfde725);
    assertThat(ColourMap.VIRIDIS.at(3 / 9.0).getRGB() & 0xffffff).isEqualTo(0x31688e);
    assertThat(ColourMap.CIVIDIS.at(-4)).isEqualTo(ColourMap.CIVIDIS.at(0));
    assertThat(ColourMap.CIVIDIS.at(7)).isEqualTo(ColourMap.CIVIDIS.at(1));
  }

  private static Grid row(double... values) {
    return new Grid(1, values.length, Values.of(values));
  }

  private static List<String> labels(List<Tick> ticks) {
    return ticks.stream().filter(Tick::isMajor).map(Tick::label).toList();
  }
}
