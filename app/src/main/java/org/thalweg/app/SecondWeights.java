package org.thalweg.app;

import org.thalweg.app.request.AlignmentChoice;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** The weights of the second network as they are connected to: what happens to them first. */
final class SecondWeights {
  private SecondWeights() {}

  /** A network with the same function as B. */
  static double[] aligned(AlignmentChoice alignment, OpenedModel first, double[] weights) {
    return switch (alignment) {
      case NONE -> weights;
      case PERMUTATION ->
          throw ThalwegException.of(ErrorCode.NOT_APPLICABLE)
              .expected("a network whose hidden units can be reordered")
              .found(first.reference() + ", for which no reordering is known")
              .next("leave out --align permutation");
    };
  }
}
