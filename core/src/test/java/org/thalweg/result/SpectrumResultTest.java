package org.thalweg.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpectrumResultTest {
  @Test
  void bothSignsBeyondTheirResidualsAreASaddleForCertain() {
    SpectrumResult result = ends(100, List.of(sure(4), sure(2)), List.of(sure(-1), sure(-0.5)));
    assertThat(result.definiteness())
        .isEqualTo(new Definiteness(Definiteness.Kind.SADDLE, 2, 2, true));
  }

  @Test
  void aNegativeValueWithinItsResidualIsNoCertainNegativeEigenvalue() {
    SpectrumResult result =
        ends(100, List.of(sure(4)), List.of(new Eigenvalue(-0.001, 0.01, true), sure(-1e-9)));
    assertThat(result.definiteness())
        .isEqualTo(new Definiteness(Definiteness.Kind.UNDECIDED, 2, 0, false));
  }

  @Test
  void residualsOfSeveralPairsAreTakenTogether() {
    // Two values at −1 with residual 0.8 each: 0.8·√2 > 1, so none is certain.
    Eigenvalue rough = new Eigenvalue(-1, 0.8, false);
    SpectrumResult result = ends(100, List.of(sure(4)), List.of(rough, rough));
    assertThat(result.definiteness().certainNegative()).isZero();
    SpectrumResult one = ends(100, List.of(sure(4)), List.of(rough));
    assertThat(one.definiteness().certainNegative()).isOne();
  }

  @Test
  void aMinimumIsCertainOnlyIfEveryEigenvalueIsKnown() {
    List<Eigenvalue> top = List.of(sure(4));
    List<Eigenvalue> bottom = List.of(sure(1));
    assertThat(ends(100, top, bottom).definiteness())
        .isEqualTo(new Definiteness(Definiteness.Kind.MINIMUM, 0, 0, false));
    assertThat(ends(3, top, bottom).definiteness().certain()).isFalse();
    assertThat(ends(2, top, bottom).definiteness().certain()).isTrue();
    assertThat(ends(1, top, List.of(sure(4))).definiteness().certain()).isTrue();
    assertThat(whole(4, 2, 1).definiteness())
        .isEqualTo(new Definiteness(Definiteness.Kind.MINIMUM, 0, 0, true));
  }

  @Test
  void aPointCurvedDownwardsIsAMaximum() {
    SpectrumResult result = ends(100, List.of(sure(-1)), List.of(sure(-4)));
    assertThat(result.definiteness().kind()).isEqualTo(Definiteness.Kind.MAXIMUM);
  }

  @Test
  void withoutTheLowerEndNothingIsDecided() {
    SpectrumResult result = ends(100, List.of(sure(4)), List.of());
    assertThat(result.definiteness().kind()).isEqualTo(Definiteness.Kind.UNDECIDED);
    assertThat(result.conditioning().signed()).isNaN();
  }

  @Test
  void conditionNumbersSayWhatTheyAreOf() {
    Conditioning condition =
        ends(100, List.of(sure(10), sure(5)), List.of(sure(-9.5), sure(-2))).conditioning();
    assertThat(condition.signed()).isCloseTo(10 / -9.5, within(1e-12));
    assertThat(condition.absolute()).isEqualTo(5);
    assertThat(condition.complete()).isFalse();
    assertThat(whole(4, 2, -0.5).conditioning())
        .returns(-8.0, Conditioning::signed)
        .returns(8.0, Conditioning::absolute)
        .returns(true, Conditioning::complete);
  }

  @Test
  void aConditionNumberIsMissingWhenTheSmallestMayBeZero() {
    Conditioning condition =
        ends(100, List.of(sure(10)), List.of(new Eigenvalue(1e-6, 1e-5, true))).conditioning();
    assertThat(condition.signed()).isNaN();
    assertThat(condition.absolute()).isNaN();
  }

  @Test
  void theErrorOfAConditionNumberCoversItsResiduals() {
    Conditioning condition =
        ends(100, List.of(new Eigenvalue(10, 0.1, true)), List.of(new Eigenvalue(2, 0.2, true)))
            .conditioning();
    assertThat(condition.signed()).isEqualTo(5);
    double largest = 10.1 / 1.8;
    double smallest = 9.9 / 2.2;
    assertThat(condition.signedError()).isGreaterThanOrEqualTo(largest - 5);
    assertThat(condition.signedError()).isGreaterThanOrEqualTo(5 - smallest);
    assertThat(condition.signedError()).isLessThan(0.7);
  }

  private static Eigenvalue sure(double value) {
    return new Eigenvalue(value, 1e-8, true);
  }

  private static SpectrumResult ends(int d, List<Eigenvalue> top, List<Eigenvalue> bottom) {
    return SpectrumResult.ofEnds(
        "hessian", d, "Lanczos", top, bottom, Outcome.CONVERGED, Cost.NONE);
  }

  private static SpectrumResult whole(double... values) {
    return new SpectrumResult(
        "hessian",
        "all",
        values.length,
        "dense",
        List.of(sure(values[0])),
        List.of(sure(values[values.length - 1])),
        Values.of(values),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Outcome.CONVERGED,
        Cost.NONE);
  }
}
