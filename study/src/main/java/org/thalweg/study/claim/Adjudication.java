package org.thalweg.study.claim;

import java.util.List;

/**
 * Two claims that contradict each other, and which of them the data favour.
 *
 * @param first id of a claim
 * @param second id of the other
 * @param favoured the id the data favour in every study that decides between them; empty if none
 *     does or if it depends on the conditions
 * @param cases by study
 * @param text what is to be said, made from the cases
 */
public record Adjudication(
    String first, String second, String favoured, List<Case> cases, String text) {
  public Adjudication {
    cases = List.copyOf(cases);
  }

  /**
   * What one study says about both.
   *
   * @param study its name
   * @param conditions under which it was run
   * @param first verdict on the first claim
   * @param second verdict on the second claim
   * @param favoured id of the claim favoured here; empty if neither
   */
  public record Case(
      String study, String conditions, Verdict first, Verdict second, String favoured) {}
}
