package org.thalweg.study.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.study.analysis.Contrast;
import org.thalweg.study.analysis.Selection;
import org.thalweg.study.analysis.SimulatedStudy;
import org.thalweg.study.design.Place;
import org.thalweg.study.observation.CsvText;
import org.thalweg.study.observation.StudyObservations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LedgerTest {
  private static final List<String> UP = List.of("sgd", "adam");
  private static final List<String> DOWN = List.of("adam", "sgd");

  private static Claim claim(
      String id, List<String> ascending, List<String> studies, String... contradicts) {
    return new Claim(
        id,
        "Sharpness of " + String.join(" below ", ascending) + ".",
        "R9",
        "1 | 2",
        studies,
        List.of(contradicts),
        0.05,
        new OrderRule("sharpness", "optimizer", ascending, false, Contrast.RATIO, Selection.ALL),
        Place.NONE);
  }

  /** Sharpness of adam is the factor times that of sgd. */
  private static StudyObservations study(String name, double factor) {
    return new SimulatedStudy()
        .named(name)
        .factor("optimizer", "sgd", "adam")
        .quantity(
            "sharpness",
            (levels, cell, seed, noise) ->
                Math.pow(factor, cell) * Math.exp(0.05 * noise.gaussian()))
        .observe(1);
  }

  private static Ledger ledger(List<String> first, List<String> second, StudyObservations... seen) {
    return Ledger.of(
        List.of(claim("A", UP, first, "B"), claim("B", DOWN, second, "A")), List.of(seen), 1);
  }

  private static final List<String> BOTH = List.of("one", "two");

  @Test
  void everyClaimIsDecidedByEveryStudyThatItNames() {
    Ledger ledger = ledger(BOTH, List.of("one"), study("one", 2), study("two", 0.5));
    assertThat(ledger.verdicts())
        .extracting(verdict -> verdict.claim().id() + " " + verdict.study())
        .containsExactly("A one", "A two", "B one");
    assertThat(ledger.verdicts())
        .extracting(ClaimVerdict::verdict)
        .containsExactly(Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.CONTRADICTED);
    assertThat(ledger.of("two")).hasSize(1);
  }

  @Test
  void whatWasNotRunSaysHowToRunIt() {
    ClaimVerdict verdict = ledger(BOTH, BOTH).verdicts().get(0);
    assertThat(verdict.verdict()).isEqualTo(Verdict.NOT_MEASURED);
    assertThat(verdict.why()).isEqualTo("run it: thalweg study one");
    assertThat(verdict.evidence()).isEmpty();
  }

  @Test
  void aContradictionIsAdjudicatedOnce() {
    Adjudication one = ledger(BOTH, BOTH, study("one", 2)).adjudications().get(0);
    assertThat(ledger(BOTH, BOTH, study("one", 2)).adjudications()).hasSize(1);
    assertThat(one.favoured()).isEqualTo("A");
    assertThat(one.text())
        .startsWith(
            "In one (sine, scale quick, 5 seeds) A is supported and B is contradicted, which favours"
                + " A (sharpness: adam / sgd is ")
        .endsWith("The data favour A.");
  }

  @Test
  void itMayDependOnTheConditions() {
    Adjudication one =
        ledger(BOTH, BOTH, study("one", 2), study("two", 0.5)).adjudications().get(0);
    assertThat(one.favoured()).isEmpty();
    assertThat(one.cases()).extracting(Adjudication.Case::favoured).containsExactly("A", "B");
    assertThat(one.text()).endsWith("It depends on the conditions.");
  }

  @Test
  void orBothMayFail() {
    Claim low =
        new Claim(
            "L",
            "Low.",
            "",
            "",
            List.of("one"),
            List.of("H"),
            0.05,
            new MeanRule("sharpness", Bounds.below(0.5), Contrast.RATIO, true, Selection.ALL),
            Place.NONE);
    Claim high =
        new Claim(
            "H",
            "High.",
            "",
            "",
            List.of("one"),
            List.of(),
            0.05,
            new MeanRule("sharpness", Bounds.above(3), Contrast.RATIO, true, Selection.ALL),
            Place.NONE);
    Adjudication one =
        Ledger.of(List.of(low, high), List.of(study("one", 1)), 1).adjudications().get(0);
    assertThat(one.favoured()).isEmpty();
    assertThat(one.text()).contains("which favours neither").endsWith("The data contradict both.");
  }

  @Test
  void orNobodyHasLooked() {
    assertThat(ledger(BOTH, BOTH).adjudications().get(0).text())
        .isEqualTo("Neither A nor B has been measured.");
  }

  @Test
  void aClaimThatWasNotMeasuredDoesNotGainByTheOthersFailing() {
    Adjudication failing = ledger(BOTH, List.of("three"), study("one", 0.5)).adjudications().get(0);
    assertThat(failing.favoured()).isEmpty();
    Adjudication holding = ledger(BOTH, List.of("three"), study("one", 2)).adjudications().get(0);
    assertThat(holding.favoured()).isEqualTo("A");
  }

  @Test
  void equalDataDoNotDecide() {
    Adjudication one =
        ledger(
                BOTH,
                BOTH,
                new SimulatedStudy()
                    .named("one")
                    .factor("optimizer", "sgd", "adam")
                    .quantity(
                        "sharpness", (levels, cell, seed, noise) -> Math.exp(noise.gaussian()))
                    .observe(4))
            .adjudications()
            .get(0);
    assertThat(one.favoured()).isEmpty();
    assertThat(one.text()).endsWith("The data do not decide between them.");
  }

  @Test
  void theDocumentHoldsWhatTheLedgerHolds() {
    Ledger ledger = ledger(BOTH, BOTH, study("one", 2));
    JsonNode document = JsonMapper.shared().readTree(LedgerDocument.json(ledger));
    assertThat(document.get("claims").size()).isEqualTo(4);
    JsonNode first = document.get("claims").get(0);
    assertThat(first.get("verdict").asString()).isEqualTo("supported");
    assertThat(first.get("rule").asString()).isEqualTo("sharpness: sgd < adam");
    assertThat(first.get("contradicts").get(0).asString()).isEqualTo("B");
    Evidence evidence = ledger.verdicts().get(0).evidence().get(0);
    assertThat(first.at("/evidence/0/estimate").doubleValue())
        .isEqualTo(evidence.estimate().estimate());
    assertThat(first.at("/evidence/0/adjustedPValue").doubleValue())
        .isEqualTo(evidence.adjustedPValue());
    assertThat(document.at("/claims/1/verdict").asString()).isEqualTo("not measured");
    assertThat(document.at("/contradictions/0/favoured").asString()).isEqualTo("A");
    assertThat(document.at("/contradictions/0/cases/0/second").asString())
        .isEqualTo("contradicted");
  }

  @Test
  void theTableHasARowForEachPart() {
    Ledger ledger = ledger(BOTH, BOTH, study("one", 2));
    String csv = LedgerTables.csv(ledger.verdicts());
    assertThat(csv.lines()).hasSize(1 + 4);
    List<java.util.Map<String, String>> rows = CsvText.parse(csv, "test");
    assertThat(rows.get(0)).containsEntry("claim", "A").containsEntry("verdict", "supported");
    assertThat(rows.get(1)).containsEntry("verdict", "not measured").containsEntry("p", "NaN");
    double estimate = ledger.verdicts().get(0).evidence().get(0).estimate().estimate();
    assertThat(rows.get(0)).containsEntry("estimate", Double.toString(estimate));
  }

  @Test
  void aDocumentsTable() {
    String markdown = LedgerMarkdown.of(ledger(BOTH, BOTH, study("one", 2)));
    assertThat(markdown.lines().skip(2).limit(4)).allMatch(line -> line.startsWith("| "));
    assertThat(markdown)
        .contains("| A | Sharpness of sgd below adam. | one (sine, scale quick, 5 seeds) |")
        .contains("**supported**")
        .contains("| not measured | run it: thalweg study two |")
        .contains("- **A against B.** In one");
  }

  @Test
  void aTerminalsLines() {
    List<String> lines = LedgerLines.of(ledger(BOTH, BOTH, study("one", 2)));
    assertThat(lines.get(0)).isEqualTo("A          supported     Sharpness of sgd below adam.");
    assertThat(lines.get(1)).isEqualTo("           one (sine, scale quick, 5 seeds)");
    assertThat(lines.get(2))
        .startsWith("             sharpness: adam / sgd ")
        .endsWith("claimed > 1, p < 0.001, 5 seeds: supported");
    assertThat(lines).contains("           two: run it: thalweg study two");
    assertThat(lines.get(lines.size() - 1))
        .isEqualTo("1 supported, 1 contradicted, 0 undecided, 2 not measured");
  }
}
