package org.thalweg.result;

import java.util.List;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * Loss and accuracy along a path between two networks, over one set of samples.
 *
 * @param samples which samples, e.g. {@code "train"}
 * @param loss mean loss at each point of the path; NaN where it was not computed
 * @param lossStandardError standard error of each mean over the samples
 * @param accuracy share of right answers; NaN where the task has none
 * @param lossBarrier of the loss; standard errors pair the points sample by sample
 * @param errorBarrier of 1 − accuracy; its standard errors take the points as independent, which is
 *     too large where networks err on the same samples
 */
public record PathProfile(
    String samples,
    Values loss,
    Values lossStandardError,
    Values accuracy,
    Barrier lossBarrier,
    Barrier errorBarrier) {
  public PathProfile {
    for (Values values : List.of(lossStandardError, accuracy)) {
      if (values.size() != loss.size()) {
        throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
            .expected(loss.size() + " values, one for each point of the path")
            .found(values.size() + " values")
            .next("give one value for every point, NaN where it is missing");
      }
    }
  }

  /** 1 − accuracy, point by point. */
  public Values error() {
    return Values.of(accuracy.stream().map(share -> 1 - share).toArray());
  }

  /** Minimum, mean and maximum of the loss against the length travelled. */
  public PathSummary lossSummary(Values arcLength) {
    return PathSummary.of(arcLength, loss);
  }

  /** Minimum, mean and maximum of the error against the length travelled. */
  public PathSummary errorSummary(Values arcLength) {
    return PathSummary.of(arcLength, error());
  }
}
