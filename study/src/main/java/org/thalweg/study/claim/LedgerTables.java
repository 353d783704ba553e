package org.thalweg.study.claim;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.study.observation.CsvText;

/** The ledger of claims as a table for other tools, a row for each part of each claim. */
public final class LedgerTables {
  private static final List<String> COLUMNS =
      List.of(
          "claim",
          "source",
          "study",
          "conditions",
          "verdict",
          "part",
          "claimed",
          "estimate",
          "low",
          "high",
          "p",
          "pHolm",
          "rows",
          "unit",
          "observations",
          "missing",
          "partVerdict",
          "text");

  private LedgerTables() {}

  /** Comma-separated values; missing is {@code NaN}. A claim without evidence has one row. */
  public static String csv(List<ClaimVerdict> verdicts) {
    List<List<String>> rows = new ArrayList<>();
    for (ClaimVerdict verdict : verdicts) {
      if (verdict.evidence().isEmpty()) {
        rows.add(
            row(
                verdict,
                List.of("", "", "NaN", "NaN", "NaN", "NaN", "NaN", "0", "", "0", "0", "")));
      }
      verdict.evidence().forEach(part -> rows.add(row(verdict, part(part))));
    }
    return CsvText.print(COLUMNS, rows);
  }

  private static List<String> part(Evidence part) {
    return List.of(
        part.what(),
        part.claimed(),
        Double.toString(part.estimate().estimate()),
        Double.toString(part.estimate().low()),
        Double.toString(part.estimate().high()),
        Double.toString(part.pValue()),
        Double.toString(part.adjustedPValue()),
        Integer.toString(part.rows()),
        part.unit(),
        Integer.toString(part.observations()),
        Integer.toString(part.missing()),
        part.verdict().text());
  }

  private static List<String> row(ClaimVerdict verdict, List<String> part) {
    Claim claim = verdict.claim();
    List<String> row =
        new ArrayList<>(
            List.of(
                claim.id(),
                claim.source(),
                verdict.study(),
                verdict.conditions(),
                verdict.verdict().text()));
    row.addAll(part);
    row.add(claim.text());
    return row;
  }
}
