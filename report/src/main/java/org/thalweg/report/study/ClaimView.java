package org.thalweg.report.study;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.figure.NumberText;
import org.thalweg.study.claim.Claim;
import org.thalweg.study.claim.ClaimVerdict;
import org.thalweg.study.claim.Evidence;
import org.thalweg.study.claim.Verdict;

/**
 * A claim and what became of it.
 *
 * @param style class of the card, by verdict
 * @param symbol for those who do not see the colour
 * @param word the verdict
 */
record ClaimView(
    String id,
    String text,
    String source,
    String reported,
    String rule,
    String level,
    String conditions,
    String style,
    String symbol,
    String word,
    String why,
    List<Part> parts) {

  /** One part of the rule with its numbers. */
  record Part(
      String what,
      String claimed,
      String estimate,
      String p,
      String adjusted,
      String rows,
      String style,
      String symbol,
      String word,
      String why) {}

  static ClaimView of(ClaimVerdict decided) {
    Claim claim = decided.claim();
    return new ClaimView(
        claim.id(),
        claim.text(),
        claim.source(),
        claim.reported(),
        claim.rule().describe(),
        NumberText.of(claim.level(), 3),
        decided.conditions(),
        style(decided.verdict()),
        symbol(decided.verdict()),
        decided.verdict().text(),
        decided.why(),
        decided.evidence().stream().map(ClaimView::part).toList());
  }

  boolean hasReported() {
    return !reported.isBlank();
  }

  boolean hasConditions() {
    return !conditions.isBlank();
  }

  boolean hasWhy() {
    return !why.isBlank();
  }

  boolean hasParts() {
    return !parts.isEmpty();
  }

  /** E.g. "2 supported, 1 undecided". */
  static String counts(List<ClaimVerdict> verdicts) {
    List<String> words = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      long count = verdicts.stream().filter(one -> one.verdict() == verdict).count();
      if (count > 0) {
        words.add(count + " " + verdict.text());
      }
    }
    return String.join(", ", words);
  }

  private static Part part(Evidence part) {
    return new Part(
        part.what(),
        part.claimed(),
        Text.interval(part.estimate()),
        Text.bareP(part.pValue()),
        Text.bareP(part.adjustedPValue()),
        part.rows()
            + " "
            + part.unit()
            + (part.missing() > 0 ? " (" + part.missing() + " missing)" : ""),
        style(part.verdict()),
        symbol(part.verdict()),
        part.verdict().text(),
        part.why());
  }

  private static String style(Verdict verdict) {
    return switch (verdict) {
      case SUPPORTED -> "supported";
      case CONTRADICTED -> "contradicted";
      case UNDECIDED -> "undecided";
      case NOT_MEASURED -> "unmeasured";
    };
  }

  private static String symbol(Verdict verdict) {
    return switch (verdict) {
      case SUPPORTED -> "✓";
      case CONTRADICTED -> "✗";
      case UNDECIDED -> "?";
      case NOT_MEASURED -> "–";
    };
  }
}
