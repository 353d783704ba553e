package org.thalweg.study.analysis;

import java.util.List;

/**
 * How well a score, measured early, orders configurations by the outcome they end with.
 *
 * <p>A configuration is a cell; score and outcome are means over its trials. The best outcome is
 * the smallest one: for something that should be large, rank by a formula such as {@code 1 -
 * test_accuracy}.
 *
 * @param score quantity that orders
 * @param outcome quantity that ought to be small
 * @param ascending whether a small score promises a small outcome
 * @param kendall τ_b between the promised order and the order by outcome: 1 is a perfect
 *     prediction; the p-value is that of the permutation test, the interval from resampling seeds
 * @param spearman likewise
 * @param regrets what choosing by the score costs
 * @param configurations in the promised order, best first
 * @param missing configurations without score or outcome
 */
public record RankingResult(
    String score,
    String outcome,
    boolean ascending,
    Estimate kendall,
    Estimate spearman,
    List<Regret> regrets,
    List<Configuration> configurations,
    int missing) {
  public RankingResult {
    regrets = List.copyOf(regrets);
    configurations = List.copyOf(configurations);
  }

  /**
   * What it costs to train only the k best-scored configurations and keep the best of them.
   *
   * @param top k
   * @param regret outcome of the best of these minus the best outcome of all; 0 is perfect
   * @param random the regret to be expected from k configurations drawn at random
   * @param relative regret as a share of the spread between the worst and the best outcome
   * @param pValue how often k random configurations do at least as well
   */
  public record Regret(int top, double regret, double random, double relative, double pValue) {}

  /**
   * One configuration.
   *
   * @param cell its name
   * @param score mean over trials
   * @param outcome mean over trials
   * @param promisedRank place by score, from 1
   * @param rank place by outcome, from 1; equal outcomes share the mean of their places
   */
  public record Configuration(
      String cell, double score, double outcome, int promisedRank, double rank) {}
}
