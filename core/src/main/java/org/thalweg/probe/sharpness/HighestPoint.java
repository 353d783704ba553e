package org.thalweg.probe.sharpness;

import java.util.List;
import org.thalweg.result.Outcome;
import org.thalweg.result.SharpnessError;
import org.thalweg.result.SharpnessValue;

/** The highest point found in a neighbourhood, and what else is known about the search for it. */
final class HighestPoint {
  private final double loss;
  private final double[] u;
  private final double sampled;
  private final double fromGradient;
  private final double gap;
  private final boolean stationary;
  private final int draws;

  /**
   * What was found.
   *
   * @param loss the highest
   * @param u where
   * @param sampled the highest of the draws
   * @param fromGradient the highest of the ascent that began along the gradient
   * @param gap what a linear model still promises at u
   * @param stationary whether that is little
   * @param draws how many points were drawn
   */
  HighestPoint(
      double loss,
      double[] u,
      double sampled,
      double fromGradient,
      double gap,
      boolean stationary,
      int draws) {
    this.loss = loss;
    this.u = u;
    this.sampled = sampled;
    this.fromGradient = fromGradient;
    this.gap = gap;
    this.stationary = stationary;
    this.draws = draws;
  }

  /** The value of a measure that scales the rise of the loss by a factor. */
  SharpnessValue value(
      String name, SharpnessPoint point, Displacement displacement, double factor) {
    double dataError = DataError.of(point, displacement, List.of(u), new double[] {factor});
    return SharpnessValue.of(name, factor * (loss - point.loss()))
        .withOutcome(stationary ? Outcome.CONVERGED : Outcome.BUDGET_EXHAUSTED)
        .withError(SharpnessError.NONE.withData(dataError))
        .withDraws(draws)
        .withDetail("sampled", factor * (sampled - point.loss()))
        .withDetail("fromGradient", factor * (fromGradient - point.loss()))
        .withDetail("firstOrderGap", factor * gap);
  }
}
