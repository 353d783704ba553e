package org.thalweg.study.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.statistics.Interval;
import org.thalweg.study.analysis.Contrast;
import org.thalweg.study.analysis.Selection;
import org.thalweg.study.analysis.SimulatedStudy;
import org.thalweg.study.design.Place;

class DecisionTest {
  private static Part part(double estimate, double p) {
    return new Part(
        "effect",
        Bounds.above(1),
        new Interval(estimate, estimate - 1, estimate + 1, 0.95),
        p,
        5,
        "seeds",
        5,
        10,
        0,
        "");
  }

  private static List<Verdict> verdicts(Part... parts) {
    return Decision.decide(List.of(parts), 0.05).stream().map(Evidence::verdict).toList();
  }

  @Test
  void significantInsideIsSupportedOutsideContradictedElseUndecided() {
    assertThat(verdicts(part(2, 0.04))).containsExactly(Verdict.SUPPORTED);
    assertThat(verdicts(part(0.5, 0.04))).containsExactly(Verdict.CONTRADICTED);
    assertThat(verdicts(part(2, 0.06))).containsExactly(Verdict.UNDECIDED);
    assertThat(verdicts(part(0.5, 0.06))).containsExactly(Verdict.UNDECIDED);
  }

  @Test
  void partsAreCorrectedTogether() {
    // Holm: 3·0.01, 2·0.03, 0.04 raised to the one before.
    List<Evidence> evidence =
        Decision.decide(List.of(part(2, 0.01), part(2, 0.03), part(2, 0.04)), 0.05);
    assertThat(evidence.get(0).adjustedPValue()).isCloseTo(0.03, within(1e-12));
    assertThat(evidence.get(1).adjustedPValue()).isCloseTo(0.06, within(1e-12));
    assertThat(evidence.get(2).adjustedPValue()).isCloseTo(0.06, within(1e-12));
    assertThat(evidence)
        .extracting(Evidence::verdict)
        .containsExactly(Verdict.SUPPORTED, Verdict.UNDECIDED, Verdict.UNDECIDED);
  }

  @Test
  void whatCannotBeDecidedIsNoTestAmongTheOthers() {
    Part hindered = part(2, 1e-9).hindered(true, "too few seeds");
    List<Evidence> evidence = Decision.decide(List.of(hindered, part(2, 0.04)), 0.05);
    assertThat(evidence.get(0).verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(evidence.get(0).why()).contains("too few seeds");
    assertThat(evidence.get(1).adjustedPValue()).isCloseTo(0.04, within(1e-12));
  }

  @Test
  void whatWasNotMeasuredSaysWhy() {
    Part absent = Part.absent("effect", Bounds.above(1), 0.05, 3, "no trial has it");
    Evidence evidence = Decision.decide(List.of(absent), 0.05).get(0);
    assertThat(evidence.verdict()).isEqualTo(Verdict.NOT_MEASURED);
    assertThat(evidence.why()).isEqualTo("no trial has it");
  }

  private static Claim claim(DecisionRule... rules) {
    return new Claim(
        "C",
        "text",
        "us",
        "",
        List.of("simulated"),
        List.of(),
        0.05,
        new AllOf(List.of(rules)),
        Place.NONE);
  }

  private static DecisionRule above(String quantity, double bound) {
    return new MeanRule(quantity, Bounds.above(bound), Contrast.DIFFERENCE, false, Selection.ALL);
  }

  private static ClaimVerdict verdict(int seeds, DecisionRule... rules) {
    return Decision.of(
        claim(rules),
        new SimulatedStudy()
            .seeds(seeds)
            .quantity("one", (levels, cell, seed, noise) -> 1 + 0.01 * noise.gaussian())
            .quantity("wide", (levels, cell, seed, noise) -> seed % 2 == 0 ? 100 : -70)
            .observe(1),
        1);
  }

  @Test
  void aClaimIsSupportedIfAllItsPartsAre() {
    assertThat(verdict(5, above("one", 0), above("one", 0.5)).verdict())
        .isEqualTo(Verdict.SUPPORTED);
    ClaimVerdict undecided = verdict(5, above("one", 0), above("wide", 0));
    assertThat(undecided.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(undecided.why()).startsWith("1 of 2 parts supported; mean wide is ");
  }

  @Test
  void oneContradictedPartContradictsIt() {
    ClaimVerdict verdict = verdict(5, above("one", 0), above("wide", 0), above("one", 2));
    assertThat(verdict.verdict()).isEqualTo(Verdict.CONTRADICTED);
    assertThat(verdict.evidence()).hasSize(3);
    assertThat(verdict.conditions()).isEqualTo("sine, scale quick, 5 seeds");
  }

  @Test
  void anUnmeasuredPartLeavesItUndecided() {
    assertThat(verdict(5, above("one", 0), above("other", 0)).verdict())
        .isEqualTo(Verdict.UNDECIDED);
    assertThat(verdict(5, above("one", 2), above("other", 0)).verdict())
        .isEqualTo(Verdict.CONTRADICTED);
    ClaimVerdict nothing = verdict(5, above("other", 0));
    assertThat(nothing.verdict()).isEqualTo(Verdict.NOT_MEASURED);
    assertThat(nothing.why()).isEqualTo("no trial of simulated has other");
  }

  @Test
  void fourSeedsDecideNothing() {
    ClaimVerdict verdict = verdict(4, above("one", 0));
    assertThat(verdict.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(verdict.why()).contains("4 seeds entered; a verdict needs at least 5");
    assertThat(verdict(1, above("one", 0)).why()).contains("1 seed entered");
  }
}
