package org.thalweg.study.claim;

import java.util.List;

/**
 * All claims with their verdicts.
 *
 * @param verdicts by claim in the order of the file, then by study
 * @param adjudications of pairs that contradict each other
 */
public record Ledger(List<ClaimVerdict> verdicts, List<Adjudication> adjudications) {
  public Ledger {
    verdicts = List.copyOf(verdicts);
    adjudications = List.copyOf(adjudications);
  }

  /** Those that a study decides. */
  public List<ClaimVerdict> of(String study) {
    return verdicts.stream().filter(verdict -> verdict.study().equals(study)).toList();
  }
}
