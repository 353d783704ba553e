package org.thalweg.result;

/**
 * The loss at each snapshot, and at its shadow on the plane: where they differ, the contour under a
 * drawn path is not the loss that the training saw.
 *
 * @param loss at the snapshot
 * @param lossStandardError of each mean over the samples
 * @param accuracy share of right answers; NaN where the task has none
 * @param projectedLoss at the projection of the snapshot on the plane
 * @param projectedLossStandardError of each mean over the samples
 * @param projectedAccuracy share of right answers there
 */
public record PathLosses(
    Values loss,
    Values lossStandardError,
    Values accuracy,
    Values projectedLoss,
    Values projectedLossStandardError,
    Values projectedAccuracy) {
  /** Largest |loss of the projection − loss| along the path; NaN if none is known. */
  public double largestDifference() {
    double largest = Double.NaN;
    for (int t = 0; t < loss.size(); t++) {
      double difference = Math.abs(projectedLoss.get(t) - loss.get(t));
      if (Double.isFinite(difference) && !(difference <= largest)) {
        largest = difference;
      }
    }
    return largest;
  }
}
