package org.thalweg.study.claim;

import java.util.List;

/**
 * A claim decided by one study.
 *
 * @param claim which
 * @param study name of the study
 * @param conditions under which it was decided, e.g. {@code "sine, quick scale, 5 seeds"}; empty if
 *     not measured
 * @param verdict supported if all parts are, contradicted if any is, else undecided
 * @param evidence the parts in the order of the rule
 * @param why a sentence or two
 */
public record ClaimVerdict(
    Claim claim,
    String study,
    String conditions,
    Verdict verdict,
    List<Evidence> evidence,
    String why) {
  public ClaimVerdict {
    evidence = List.copyOf(evidence);
  }
}
