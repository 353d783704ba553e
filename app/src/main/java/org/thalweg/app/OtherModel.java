package org.thalweg.app;

import java.nio.file.Path;
import org.thalweg.direction.Direction;
import org.thalweg.direction.DirectionSource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.ArraySpace;
import org.thalweg.linalg.Vector;
import org.thalweg.parameter.ParameterLayout;

/** Models that lines and planes lead to. */
final class OtherModel {
  private OtherModel() {}

  /**
   * From the session's model (α = 0) to another one (α = 1).
   *
   * @throws ThalwegException {@code WEIGHTS_MISMATCH} if it is another network
   */
  static Direction direction(ProbeSession session, String model) {
    try (OpenedModel other = ModelLoader.open(session.sibling(model), session.source())) {
      ParameterLayout expected = session.objective().layout();
      ParameterLayout found = other.network().layout();
      if (!expected.fingerprint().equals(found.fingerprint())) {
        throw ThalwegException.of(ErrorCode.WEIGHTS_MISMATCH)
            .expected(
                "%s with the tensors of %s: %s"
                    .formatted(model, session.model().reference(), expected.fingerprint()))
            .found(found.fingerprint())
            .next("give a model of the same network, e.g. one trained from another seed");
      }
      ArraySpace space = ArraySpace.of(expected.dimension());
      try (Vector from = space.of(session.model().weights());
          Vector to = space.of(other.weights())) {
        return Direction.difference(
            new DirectionSource.Difference(session.model().reference(), model), from, to);
      }
    }
  }

  /** The last part of a path, for a label in a picture. */
  static String name(String reference) {
    Path last = Path.of(reference).getFileName();
    return last == null ? reference : last.toString();
  }
}
