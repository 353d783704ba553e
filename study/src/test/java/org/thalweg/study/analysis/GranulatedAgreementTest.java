package org.thalweg.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thalweg.study.design.AnalysisPlan;
import org.thalweg.study.observation.StudyObservations;

class GranulatedAgreementTest {
  private static final List<String> FACTORS = List.of("a", "b");

  private static int number(Map<String, String> levels, String factor) {
    return Integer.parseInt(levels.get(factor));
  }

  private static SimulatedStudy study() {
    return new SimulatedStudy()
        .factor("a", "0", "1", "2")
        .factor("b", "0", "1")
        .quantity(
            "x", (levels, cell, seed, noise) -> 10 * number(levels, "a") + number(levels, "b"));
  }

  private static GranulatedAgreement agreement(SimulatedStudy study) {
    return GranulatedAgreement.of(study.observe(1).trials(), FACTORS, "x", "y");
  }

  @Test
  void aPredictorThatFollowsOneFactorOnly() {
    // y rises with a and falls with b, as x does not.
    GranulatedAgreement agreement =
        agreement(
            study()
                .quantity(
                    "y",
                    (levels, cell, seed, noise) -> 10 * number(levels, "a") - number(levels, "b")));
    assertThat(agreement.factors().get("a")).containsOnly(1.0);
    assertThat(agreement.factors().get("b")).containsOnly(-1.0);
    assertThat(agreement.granulated()).containsOnly(0.0).hasSize(5);
    // Of 15 pairs 12 differ in a and agree, 3 differ in b only and disagree.
    assertThat(agreement.overall())
        .allSatisfy(tau -> assertThat(tau).isCloseTo(0.6, within(1e-12)));
    assertThat(agreement.groups()).containsEntry("a", 2).containsEntry("b", 3);
  }

  @Test
  void byHand() {
    // Along a: order 0, 2, 1 if b = 0 (τ = 1/3), order 2, 1, 0 if b = 1 (τ = −1).
    double[] y = {0, 9, 2, 8, 1, 7};
    GranulatedAgreement agreement =
        agreement(study().quantity("y", (levels, cell, seed, noise) -> y[cell]));
    assertThat(agreement.factors().getOrDefault("a", List.of()).get(0))
        .isCloseTo((1.0 / 3 - 1) / 2, within(1e-12));
    assertThat(agreement.factors().getOrDefault("b", List.of()).get(0)).isEqualTo(1);
    assertThat(agreement.granulated().get(0)).isCloseTo((-1.0 / 3 + 1) / 2, within(1e-12));
  }

  @Test
  void equalValuesCountAsHalfRight() {
    GranulatedAgreement agreement =
        agreement(study().quantity("y", (levels, cell, seed, noise) -> 1));
    assertThat(agreement.granulated()).containsOnly(0.0);
  }

  @Test
  void missingTrialsLeaveTheOthersToSpeak() {
    GranulatedAgreement agreement =
        agreement(
            study()
                .quantity(
                    "y",
                    (levels, cell, seed, noise) ->
                        number(levels, "b") == 1 ? Double.NaN : number(levels, "a")));
    assertThat(agreement.factors()).containsOnlyKeys("a");
    assertThat(agreement.groups()).containsEntry("a", 1);
    assertThat(agreement.granulated()).containsOnly(1.0);
  }

  @Test
  void fiveSeedsThatAllAgreeAreASignTest() {
    assertThat(GranulatedAgreement.pValue(List.of(1.0, 1.0, 1.0, 1.0, 1.0), 0)).isEqualTo(0.0625);
    assertThat(GranulatedAgreement.pValue(List.of(0.0, 0.0, 0.0, 0.0, 0.0), 0)).isEqualTo(1);
    assertThat(GranulatedAgreement.pValue(List.of(0.5, 0.6, 0.7, 0.6, 0.5), 0)).isLessThan(0.001);
  }

  @Test
  void asPartOfAnAnalysis() {
    AnalysisPlan plan =
        new AnalysisPlan(
            List.of(),
            List.of(),
            List.of(new AnalysisPlan.Agreement("x", "y")),
            List.of(),
            List.of());
    StudyObservations observations =
        study()
            .quantity("y", (levels, cell, seed, noise) -> cell + noise.gaussian())
            .analysis(plan)
            .observe(1);
    AgreementResult result = StudyAnalysis.of(observations, 1).agreements().get(0);
    assertThat(result.factors()).hasSize(2);
    assertThat(result.granulated().count()).isEqualTo(5);
    assertThat(result.granulated().interval().contains(result.granulated().value())).isTrue();
  }
}
