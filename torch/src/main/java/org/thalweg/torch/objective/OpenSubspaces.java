package org.thalweg.torch.objective;

import java.util.IdentityHashMap;
import org.thalweg.linalg.AffineSubspace;

/**
 * The lines and planes that an objective and its replicas are looking at, so that replicas that
 * evaluate points of the same one share what they know of it. What nobody uses any more is freed.
 */
final class OpenSubspaces {
  private static final class Use {
    private final FirstLayerAnswers answers;
    private int users;

    Use(FirstLayerAnswers answers) {
      this.answers = answers;
    }
  }

  private final IdentityHashMap<AffineSubspace, Use> open = new IdentityHashMap<>();

  /** The answers along this very object, for one more user, who will release it. */
  synchronized FirstLayerAnswers acquire(
      AffineSubspace subspace, ObjectiveDefinition definition, BlockShape shape) {
    Use use =
        open.computeIfAbsent(
            subspace, along -> new Use(new FirstLayerAnswers(definition, along, shape)));
    use.users++;
    return use.answers;
  }

  synchronized void release(AffineSubspace subspace) {
    Use use = open.get(subspace);
    if (use != null && --use.users == 0) {
      open.remove(subspace);
      use.answers.close();
    }
  }
}
