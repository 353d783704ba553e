package org.thalweg.study.design;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is asked of the observations besides a summary of every cell.
 *
 * @param comparisons differences between the levels of a factor
 * @param associations correlations of predictors with outcomes
 * @param agreements rank agreement within groups of equal settings
 * @param scores composite scores, fitted and given
 * @param rankings how well a landscape score ranks configurations
 */
public record AnalysisPlan(
    List<Comparison> comparisons,
    List<Association> associations,
    List<Agreement> agreements,
    List<Score> scores,
    List<Ranking> rankings) {
  public AnalysisPlan {
    comparisons = List.copyOf(comparisons);
    associations = List.copyOf(associations);
    agreements = List.copyOf(agreements);
    scores = List.copyOf(scores);
    rankings = List.copyOf(rankings);
  }

  /**
   * All pairs of levels of a factor, paired by seed and by the other factors.
   *
   * @param quantity which
   * @param factor between whose levels
   */
  public record Comparison(String quantity, String factor) {}

  /**
   * A correlation over all trials.
   *
   * @param predictor first quantity
   * @param outcome second quantity
   * @param given quantities held fixed in the partial correlation; may be empty
   */
  public record Association(String predictor, String outcome, List<String> given) {
    public Association {
      given = List.copyOf(given);
    }
  }

  /**
   * Rank agreement within groups in which one factor varies (Jiang et al. 2020).
   *
   * @param predictor first quantity
   * @param outcome second quantity
   */
  public record Agreement(String predictor, String outcome) {}

  /**
   * A weighted sum that is to predict an outcome.
   *
   * @param name of the score, e.g. {@code difficulty}
   * @param weights the report's own, by quantity (a reciprocal is a quantity with a formula)
   * @param outcome what it is to predict
   */
  public record Score(String name, Map<String, Double> weights, String outcome) {
    public Score {
      weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }
  }

  /**
   * The order of configurations by a score measured early against their order by an outcome.
   *
   * @param score a quantity of the initial weights or of a short training
   * @param outcome the final one
   * @param ascending whether a small score is to mean a small outcome
   */
  public record Ranking(String score, String outcome, boolean ascending) {}
}
