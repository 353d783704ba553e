package org.thalweg.study.claim;

import java.util.stream.Collectors;

/** The ledger of claims as it stands in a document. */
public final class LedgerMarkdown {
  private LedgerMarkdown() {}

  /** A table of all claims, and a list of those that contradict each other. */
  public static String of(Ledger ledger) {
    String rows =
        ledger.verdicts().stream().map(LedgerMarkdown::row).collect(Collectors.joining("\n"));
    String contradictions =
        ledger.adjudications().stream()
            .map(one -> "- **%s against %s.** %s".formatted(one.first(), one.second(), one.text()))
            .collect(Collectors.joining("\n"));
    return "| claim | | study | verdict | numbers |\n|---|---|---|---|---|\n"
        + rows
        + "\n"
        + (contradictions.isEmpty() ? "" : "\n" + contradictions + "\n");
  }

  private static String row(ClaimVerdict verdict) {
    return "| %s | %s | %s | %s | %s |"
        .formatted(
            verdict.claim().id(),
            cell(verdict.claim().text()),
            cell(
                verdict.study()
                    + (verdict.conditions().isEmpty() ? "" : " (" + verdict.conditions() + ")")),
            verdict.verdict() == Verdict.NOT_MEASURED
                ? verdict.verdict().text()
                : "**" + verdict.verdict().text() + "**",
            numbers(verdict));
  }

  private static String numbers(ClaimVerdict verdict) {
    if (verdict.evidence().isEmpty()) {
      return cell(verdict.why());
    }
    return verdict.evidence().stream()
        .map(part -> cell(LedgerLines.part(part)))
        .collect(Collectors.joining("<br>"));
  }

  /** A bar would end the cell. */
  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
