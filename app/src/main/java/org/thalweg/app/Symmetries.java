package org.thalweg.app;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.symmetry.NetworkSymmetries;

/** The symmetries of an opened model. */
final class Symmetries {
  private Symmetries() {}

  /**
   * Which units of the model may be exchanged or rescaled.
   *
   * @throws ThalwegException {@code NOT_APPLICABLE} where nobody has described it
   */
  static NetworkSymmetries of(OpenedModel model) {
    return model
        .network()
        .symmetries()
        .orElseThrow(
            () ->
                ThalwegException.of(ErrorCode.NOT_APPLICABLE)
                    .expected("a network whose hidden units are described, as built-in ones are")
                    .found(model.reference() + ", of which only the function is known")
                    .next("train a built-in network, e.g. --net mlp:256, or leave this out"));
  }
}
