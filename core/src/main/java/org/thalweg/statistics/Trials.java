package org.thalweg.statistics;

import java.util.List;

/** Measurements of trials: some predictors and the outcome they are to predict. */
public final class Trials {
  private final List<String> names;
  private final List<double[]> predictors;
  private final double[] outcome;

  private Trials(List<String> names, List<double[]> predictors, double[] outcome) {
    this.names = names;
    this.predictors = predictors;
    this.outcome = outcome;
  }

  /**
   * Row i of each column belongs to trial i; missing is NaN.
   *
   * @param names of the predictors
   * @param predictors one column for each name
   * @param outcome what is to be predicted
   */
  public static Trials of(List<String> names, List<double[]> predictors, double[] outcome) {
    return new Trials(
        List.copyOf(names), predictors.stream().map(double[]::clone).toList(), outcome.clone());
  }

  List<String> names() {
    return names;
  }

  double[] outcome() {
    return outcome.clone();
  }

  Trials only(List<Integer> rows) {
    int[] numbers = rows.stream().mapToInt(Integer::intValue).toArray();
    return new Trials(
        names,
        predictors.stream().map(column -> CompleteRows.at(numbers, column)).toList(),
        CompleteRows.at(numbers, outcome));
  }

  LeastSquares fit() {
    return LeastSquares.fit(names, predictors, outcome);
  }

  /** Σ wⱼxⱼ of each trial. */
  double[] score(List<Double> weights) {
    double[] score = new double[outcome.length];
    for (int j = 0; j < weights.size(); j++) {
      for (int i = 0; i < score.length; i++) {
        score[i] += weights.get(j) * predictors.get(j)[i];
      }
    }
    return score;
  }
}
