package org.thalweg.result;

/**
 * A valley of a surface: born at its lowest point, it dies where, flooding the surface from below,
 * its water first meets that of a deeper valley.
 *
 * @param alpha α of its lowest point
 * @param beta its β
 * @param minimum the loss there
 * @param onBorder whether that point is on the border of the grid, so that the valley may go on
 *     deeper outside
 * @param saddleAlpha α of the point where it meets a deeper valley; NaN for a deepest one
 * @param saddleBeta its β
 * @param saddle the loss there; infinite for the deepest valley of a connected piece of the grid
 * @param persistenceStandardError of saddle − minimum if the two standard errors over samples were
 *     independent; they share samples, so this is usually too large; NaN where unknown
 * @param parent number of the deeper valley; −1 for a deepest one
 */
public record Basin(
    double alpha,
    double beta,
    double minimum,
    boolean onBorder,
    double saddleAlpha,
    double saddleBeta,
    double saddle,
    double persistenceStandardError,
    int parent) {
  /** How high one has to climb out of it: saddle − minimum. */
  public double persistence() {
    return saddle - minimum;
  }
}
