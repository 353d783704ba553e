package org.thalweg.study.analysis;

import java.util.List;

/**
 * Whether a predictor ranks trainings as an outcome does, overall and within groups of equal
 * settings.
 *
 * <p>Of one seed, τ is Kendall's coefficient over all cells, and Ψ is granulated: for each factor,
 * the mean of τ over the groups in which only that factor varies, then the mean over factors. A
 * predictor that merely mirrors one hyper-parameter has a high τ and a low Ψ. Values here are means
 * over seeds with Student's interval; the count is the number of seeds.
 *
 * <p>Y. Jiang, B. Neyshabur, H. Mobahi, D. Krishnan and S. Bengio, Fantastic generalization
 * measures and where to find them, ICLR 2020.
 *
 * @param predictor first quantity
 * @param outcome second quantity
 * @param overall τ over all cells
 * @param granulated Ψ
 * @param factors ψ of each factor with more than one level
 */
public record AgreementResult(
    String predictor,
    String outcome,
    Estimate overall,
    Estimate granulated,
    List<FactorAgreement> factors) {
  public AgreementResult {
    factors = List.copyOf(factors);
  }

  /**
   * Rank agreement where one factor varies and all others are fixed.
   *
   * @param factor which varies
   * @param estimate ψ, the mean of τ over the groups, over seeds
   * @param groups how many groups a seed has
   */
  public record FactorAgreement(String factor, Estimate estimate, int groups) {}
}
