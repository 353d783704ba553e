package org.thalweg.study.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.error.ThalwegException;
import org.thalweg.study.analysis.Contrast;
import org.thalweg.study.analysis.Selection;
import org.thalweg.study.analysis.Unit;

class ClaimsFileTest {
  private static final String HEAD =
      """
      claims:
        - id: C1
          text: one
          study: s
          rule:
      """;

  private static List<Claim> read(String text) {
    return ClaimsFile.read("my.yaml", text, Set.of("R1.1"));
  }

  private static DecisionRule rule(String line) {
    return read(HEAD + "      " + line + "\n").get(0).rule();
  }

  @Test
  void everyClaimOfTheReportsIsThere() {
    Set<String> ids = ClaimsFile.bundled().stream().map(Claim::id).collect(Collectors.toSet());
    int[] counts = {9, 7, 4, 3, 4};
    for (int report = 1; report <= 5; report++) {
      for (int claim = 1; claim <= counts[report - 1]; claim++) {
        assertThat(ids).contains("R" + report + "." + claim);
      }
    }
    assertThat(ids).contains("F4.1", "F4.2");
  }

  @Test
  void theBundledContradictionsAreMutual() {
    List<Claim> claims = ClaimsFile.bundled();
    for (Claim claim : claims) {
      for (String other : claim.contradicts()) {
        assertThat(claims)
            .filteredOn(one -> one.id().equals(other))
            .allSatisfy(one -> assertThat(one.contradicts()).contains(claim.id()))
            .hasSize(1);
      }
    }
    assertThat(claims)
        .filteredOn(claim -> !claim.contradicts().isEmpty())
        .extracting(Claim::id)
        .containsExactly("R1.4", "R2.4", "R2.5", "R3.4", "R5.4");
  }

  @Test
  void bundledClaimsAreSentencesWithASourceAndARule() {
    assertThat(ClaimsFile.bundled())
        .allSatisfy(
            claim -> {
              assertThat(claim.text()).endsWith(".").doesNotContain("\n");
              assertThat(claim.source()).startsWith("R");
              assertThat(claim.level()).isEqualTo(0.05);
              assertThat(claim.rule().describe()).isNotBlank();
              assertThat(claim.rule().quantities()).isNotEmpty();
              assertThat(claim.place().line()).isPositive();
            });
  }

  @Test
  void aClaimOfOnesOwn() {
    Claim claim =
        read("""
                claims:
                  - id: mine
                    text: wide networks are flatter
                    source: me
                    reported: "2"
                    study: [r1-architectures, own]
                    contradicts: R1.1
                    level: 0.01
                    rule:
                      difference:
                        quantity: lambda_max
                        factor: network
                        larger: shallow
                        smaller: wide
                        as: ratio
                        at-least: 1.5
                        where: {optimizer: [sgd, adam]}
                """)
            .get(0);
    assertThat(claim.studies()).containsExactly("r1-architectures", "own");
    assertThat(claim.contradicts()).containsExactly("R1.1");
    assertThat(claim.level()).isEqualTo(0.01);
    assertThat(claim.place()).hasToString("my.yaml:2");
    DifferenceRule rule = (DifferenceRule) claim.rule();
    assertThat(rule.atLeast()).isEqualTo(1.5);
    assertThat(rule.where().levels()).containsEntry("optimizer", List.of("sgd", "adam"));
  }

  @Test
  void whatIsNotSaidHasItsDefault() {
    assertThat(rule("  order: {quantity: q, factor: f, ascending: [a, b]}"))
        .isEqualTo(
            new OrderRule("q", "f", List.of("a", "b"), false, Contrast.DIFFERENCE, Selection.ALL));
    CorrelationRule correlation =
        (CorrelationRule) rule("  correlation: {predictor: p, outcome: q}");
    assertThat(correlation.unit()).isEqualTo(Unit.CELLS);
    assertThat(correlation.positive()).isTrue();
    assertThat(correlation.atLeast()).isEqualTo(0);
    assertThat(
            ((DifferenceRule)
                    rule(
                        "  difference: {quantity: q, factor: f, larger: a, smaller: b, as: ratio}"))
                .atLeast())
        .isEqualTo(1);
    assertThat(((MeanRule) rule("  mean: {quantity: q, below: 3}")).everyCell()).isTrue();
    assertThat(((PredictionRule) rule("  prediction: {predictors: [a, b], outcome: q}")).fitted())
        .isTrue();
    assertThat(((PredictionRule) rule("  prediction: {weights: {a: 2}, outcome: q}")).weights())
        .containsEntry("a", 2.0);
  }

  @Test
  void everyKindCanBeRead() {
    List<String> lines =
        List.of(
            "  trend: {quantity: q, factor: f, direction: falling, as: ratio}",
            "  correlation: {predictor: p, outcome: q, kind: spearman, direction: negative, at-least: 0.3, given: [r], over: within}",
            "  mean: {quantity: q, between: [20, 80], mean: geometric, in: all-cells}",
            "  share: {quantity: q, above: 1, at-least: 0.8}",
            "  equivalence: {quantity: q, factor: f, levels: [a, b], as: ratio, within: 1.25}",
            "  agreement: {predictor: p, outcome: q, at-least: 0.2}",
            "  groups: {quantity: q, by: p, low: 30, high: 60, over: trials}",
            "  change: {before: p, after: q, as: ratio, below: 0.5}",
            "  invariance: {before: p, after: q, within: 1.05}",
            "  all: [{share: {quantity: q, above: 1, at-least: 0.8}}]");
    assertThat(lines).allSatisfy(line -> assertThat(rule(line).describe()).isNotBlank());
    assertThat(rule(lines.get(0)).describe()).isEqualTo("q falls along f");
  }

  /** The line of the mistake counts from the head of five lines. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "order: {quantity: q, factor: f} | the key 'ascending'",
        "order: {quantity: q, factor: f, ascending: [a]} | at least 2 different levels",
        "order: {quantity: q, factor: f, ascending: [a, a]} | at least 2 different levels",
        "ordre: {quantity: q} | did you mean 'order'",
        "order: {quantity: q, factor: f, ascending: [a, b], size: 2} | one of the keys",
        "order: {quantity: q, factor: f, ascending: [a, b], as: log} | one of difference, ratio",
        "difference: {quantity: q, factor: f, larger: a, smaller: b, as: ratio, at-least: 0.5} | a factor of at least 1",
        "difference: {quantity: q, factor: f, larger: a, smaller: b, at-least: -1} | a difference of at least 0",
        "trend: {quantity: q, factor: f, direction: up} | one of rising, falling",
        "correlation: {predictor: p, outcome: q, at-least: 2} | a number from 0 to 1",
        "correlation: {predictor: p, outcome: q, given: r, kind: kendall} | one of pearson, spearman",
        "mean: {quantity: q} | one of above, below, between",
        "mean: {quantity: q, above: 1, below: 2} | one of above, below, between",
        "mean: {quantity: q, above: 1, below: 2, between: [1, 2]} | one of above, below, between",
        "mean: {quantity: q, between: [2, 1]} | two numbers, the smaller one first",
        "mean: {quantity: q, between: [-2, 1], mean: geometric} | a number above 0",
        "equivalence: {quantity: q, factor: f, levels: [a, b, c], within: 1} | 2 different levels",
        "equivalence: {quantity: q, factor: f, levels: [a, b], as: ratio, within: 1} | a factor above 1",
        "groups: {quantity: q, by: p, low: 60, high: 30} | a number of at least 60",
        "prediction: {outcome: q} | the key 'predictors'",
        "all: [] | at least one rule",
        "share: {quantity: q, above: 1} | the key 'at-least'",
      })
  void mistakesInRulesNameTheLine(String line, String message) {
    assertThatThrownBy(() -> rule("  " + line))
        .isInstanceOf(ThalwegException.class)
        .hasMessageContaining("my.yaml:6: ")
        .hasMessageContaining(message);
  }

  @Test
  void twoRulesNeedAll() {
    assertThatThrownBy(
            () ->
                read(
                    HEAD
                        + "      share: {quantity: q, above: 1, at-least: 1}\n"
                        + "      agreement: {predictor: p, outcome: q}\n"))
        .hasMessageContaining("my.yaml:5")
        .hasMessageContaining("put several rules into a list under 'all'");
  }

  @Test
  void mistakesInClaimsNameTheLine() {
    String rule = "    rule: {agreement: {predictor: p, outcome: q}}\n";
    String one = "  - id: C1\n    text: one\n    study: s\n" + rule;
    assertThatThrownBy(() -> read("claims:\n" + one + one))
        .hasMessageContaining("my.yaml:6: 'C1' again, first in line 2");
    assertThatThrownBy(() -> read("claims:\n" + one.replace("C1", "R1.1")))
        .hasMessageContaining("my.yaml:2: 'R1.1', which is a claim already");
    assertThatThrownBy(() -> read("claims:\n" + one + "    contradicts: [C2]\n"))
        .hasMessageContaining("my.yaml:6: 'C2'");
    assertThatThrownBy(() -> read("claims:\n" + one + "    contradicts: C1\n"))
        .hasMessageContaining("my.yaml:6: 'C1'");
    assertThatThrownBy(() -> read("claims:\n" + one + "    level: 95\n"))
        .hasMessageContaining("my.yaml:6: ")
        .hasMessageContaining("a level of significance below 0.5");
    assertThatThrownBy(() -> read("claims:\n" + one.replace("study: s", "study: []")))
        .hasMessageContaining("at least one name");
    assertThatThrownBy(() -> read("claim: []")).hasMessageContaining("did you mean 'claims'");
  }

  @Test
  void filesAreReadOrSaidToBeMissing(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("own.yaml");
    assertThatThrownBy(() -> ClaimsFile.read(file, Set.of()))
        .hasMessageContaining("TW-5001")
        .hasMessageContaining("own.yaml");
    Files.writeString(file, HEAD + "      agreement: {predictor: p, outcome: q}\n");
    assertThat(ClaimsFile.read(file, Set.of())).hasSize(1);
  }
}
