package org.thalweg.study.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The ledger of claims as it stands on a terminal. */
public final class LedgerLines {
  private LedgerLines() {}

  /**
   * Claim by claim with its parts; then those that contradict each other; then how many of each.
   */
  public static List<String> of(Ledger ledger) {
    List<String> lines = new ArrayList<>();
    for (ClaimVerdict verdict : ledger.verdicts()) {
      lines.add(
          "%-10s %-13s %s"
              .formatted(verdict.claim().id(), verdict.verdict().text(), verdict.claim().text()));
      lines.add(
          "           %s%s"
              .formatted(
                  verdict.study(),
                  verdict.conditions().isEmpty()
                      ? ": " + verdict.why()
                      : " (" + verdict.conditions() + ")"));
      verdict.evidence().forEach(part -> lines.add("             " + part(part)));
    }
    if (!ledger.adjudications().isEmpty()) {
      lines.add("");
      lines.add("Claims that contradict each other");
      for (Adjudication one : ledger.adjudications()) {
        lines.add("  %s against %s: %s".formatted(one.first(), one.second(), one.text()));
      }
    }
    lines.add("");
    lines.add(count(ledger));
    return lines;
  }

  /** E.g. {@code "sharpness: b / a 2.1 [1.4, 3.2], claimed > 1, p = 0.012, 5 seeds: supported"}. */
  static String part(Evidence part) {
    if (part.verdict() == Verdict.NOT_MEASURED) {
      return part.what() + ": " + part.why();
    }
    String p =
        Double.isNaN(part.adjustedPValue()) ? "" : ", " + Numbers.pValue(part.adjustedPValue());
    return "%s %s, claimed %s%s, %d %s: %s"
        .formatted(
            part.what(),
            Numbers.interval(part.estimate()),
            part.claimed(),
            p,
            part.rows(),
            part.unit(),
            part.verdict().text());
  }

  private static String count(Ledger ledger) {
    Map<Verdict, Long> counts =
        ledger.verdicts().stream()
            .collect(Collectors.groupingBy(ClaimVerdict::verdict, Collectors.counting()));
    Function<Verdict, String> phrase =
        verdict -> counts.getOrDefault(verdict, 0L) + " " + verdict.text();
    return java.util.Arrays.stream(Verdict.values()).map(phrase).collect(Collectors.joining(", "));
  }
}
