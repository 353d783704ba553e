package org.thalweg.result;

import java.util.List;

/**
 * The loss along a line θ + αd.
 *
 * @param direction how the direction arose, in words: kind, normalisation, seed
 * @param alpha the steps α, in units of the direction
 * @param loss mean loss at each α; NaN where it was not computed
 * @param lossStandardError standard error of each mean over the samples
 * @param accuracy share of right answers at each α; NaN where the task has none
 */
public record SliceResult(
    String direction,
    Values alpha,
    Values loss,
    Values lossStandardError,
    Values accuracy,
    Outcome outcome,
    Cost cost)
    implements ProbeResult {
  @Override
  public String probe() {
    return "slice";
  }

  @Override
  public List<Measurement> measurements() {
    return LossSummary.of("along the line", loss, lossStandardError, outcome);
  }
}
