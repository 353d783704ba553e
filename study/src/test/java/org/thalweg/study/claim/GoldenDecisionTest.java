package org.thalweg.study.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.study.analysis.ComparisonResult;
import org.thalweg.study.analysis.Contrast;
import org.thalweg.study.analysis.Selection;
import org.thalweg.study.analysis.SimulatedStudy;
import org.thalweg.study.analysis.StudyAnalysis;
import org.thalweg.study.design.AnalysisPlan;
import org.thalweg.study.design.Place;
import org.thalweg.study.observation.StudyObservations;

/**
 * Ten numbers, and what follows from them, computed apart from this program: means, standard errors
 * and the closed form of Student's distribution with 4 degrees of freedom, F(t) = ½ + ¾(u − u³/3),
 * u = t/√(4 + t²).
 */
class GoldenDecisionTest {
  private static final double[] SHALLOW = {0.342, 0.30, 0.41, 0.28, 0.37};
  private static final double[] DEEP = {0.087, 0.11, 0.09, 0.10, 0.08};

  private static final StudyObservations OBSERVATIONS =
      new SimulatedStudy()
          .factor("network", "shallow", "deep")
          .quantity(
              "sharpness",
              (levels, cell, seed, noise) -> (cell == 0 ? SHALLOW : DEEP)[(int) seed - 1])
          .analysis(
              new AnalysisPlan(
                  List.of(new AnalysisPlan.Comparison("sharpness", "network")),
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of()))
          .observe(1);

  private static Evidence evidence(double atLeast) {
    DecisionRule rule =
        new DifferenceRule(
            "sharpness", "network", "shallow", "deep", Contrast.RATIO, atLeast, Selection.ALL);
    Claim claim =
        new Claim("C", "", "", "", List.of("simulated"), List.of(), 0.05, rule, Place.NONE);
    return Decision.of(claim, OBSERVATIONS, 1).evidence().get(0);
  }

  @Test
  void theRatioWithItsInterval() {
    Evidence any = evidence(1);
    assertThat(any.estimate().estimate()).isCloseTo(3.632530820058062, within(1e-9));
    assertThat(any.estimate().low()).isCloseTo(2.637619472070628, within(1e-9));
    assertThat(any.estimate().high()).isCloseTo(5.002723212500747, within(1e-9));
    assertThat(any.pValue()).isCloseTo(0.0003631132212456034, within(1e-12));
    assertThat(any.verdict()).isEqualTo(Verdict.SUPPORTED);
  }

  @Test
  void atLeastTwoAndAHalfIsSupported() {
    Evidence half = evidence(2.5);
    assertThat(half.pValue()).isCloseTo(0.031634942824273926, within(1e-12));
    assertThat(half.verdict()).isEqualTo(Verdict.SUPPORTED);
    assertThat(half.why())
        .isEqualTo(
            "sharpness: shallow / deep is 3.63 [2.64, 5] over 5 seeds; claimed > 2.5: supported,"
                + " p = 0.0316");
  }

  @Test
  void atLeastThreeIsUndecided() {
    assertThat(evidence(3).verdict()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void atLeastSixAndAHalfIsContradicted() {
    Evidence whole = evidence(6.5);
    assertThat(whole.pValue()).isCloseTo(0.007242666882233073, within(1e-12));
    assertThat(whole.verdict()).isEqualTo(Verdict.CONTRADICTED);
  }

  @Test
  void theComparisonOfTheAnalysis() {
    ComparisonResult one = StudyAnalysis.of(OBSERVATIONS, 1).comparisons().get(0);
    assertThat(one.difference().estimate()).isCloseTo(0.247, within(1e-12));
    assertThat(one.difference().low()).isCloseTo(0.17101462693905864, within(1e-9));
    assertThat(one.difference().high()).isCloseTo(0.3229853730609413, within(1e-9));
    assertThat(one.pValue()).isCloseTo(0.0008348190506548558, within(1e-12));
    assertThat(one.adjustedPValue()).isEqualTo(one.pValue());
    assertThat(one.effectSize().estimate()).isCloseTo(4.036184797176159, within(1e-9));
    assertThat(one.ratio().low()).isCloseTo(2.637619472070628, within(1e-9));
    assertThat(one.firstMean()).isCloseTo(0.3404, within(1e-12));
    assertThat(one.secondMean()).isCloseTo(0.0934, within(1e-12));
  }
}
