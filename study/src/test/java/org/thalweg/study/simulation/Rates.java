package org.thalweg.study.simulation;

import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import org.thalweg.study.claim.ClaimVerdict;
import org.thalweg.study.claim.Evidence;
import org.thalweg.study.claim.Verdict;

/**
 * How often simulated claims were supported and contradicted, and how often the interval of their
 * first part covered the truth.
 *
 * @param anyDecided share of claims of which at least one part was decided: where every effect lies
 *     on the border, the rate of false verdicts in a claim
 */
record Rates(
    String name,
    int count,
    double supported,
    double contradicted,
    double covered,
    double anyDecided) {

  /** Decides the claim in simulated studies 0 … count − 1. */
  static Rates of(String name, int count, double truth, LongFunction<ClaimVerdict> claim) {
    int supported = 0;
    int contradicted = 0;
    int covered = 0;
    int decided = 0;
    for (int i = 0; i < count; i++) {
      ClaimVerdict verdict = claim.apply(i);
      List<Evidence> evidence = verdict.evidence();
      supported += verdict.verdict() == Verdict.SUPPORTED ? 1 : 0;
      contradicted += verdict.verdict() == Verdict.CONTRADICTED ? 1 : 0;
      covered += evidence.get(0).estimate().contains(truth) ? 1 : 0;
      decided +=
          evidence.stream()
                  .anyMatch(
                      part ->
                          part.verdict() == Verdict.SUPPORTED
                              || part.verdict() == Verdict.CONTRADICTED)
              ? 1
              : 0;
    }
    double n = count;
    return new Rates(name, count, supported / n, contradicted / n, covered / n, decided / n);
  }

  /** What a rate of this size may exceed by chance: three standard errors. */
  double margin(double rate) {
    return 3 * Math.sqrt(rate * (1 - rate) / count);
  }

  /** A row of a table. */
  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.3f | %.3f | %.3f | %.3f |",
        name,
        count,
        supported,
        contradicted,
        anyDecided,
        covered);
  }
}
