package org.thalweg.objective;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.linalg.Vector;
import org.thalweg.linalg.VectorSpace;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.result.Cost;

/**
 * A loss as a function of one flat parameter vector θ: L(θ) = (1/N) Σₙ ℓₙ(θ), the same number
 * whenever it is asked for.
 *
 * <p>An objective is used by one thread at a time; another thread asks for a {@linkplain #replicate
 * replica}. Evaluating leaves θ and whatever network stands behind the objective exactly as they
 * were.
 */
public interface Objective extends AutoCloseable {
  ParameterLayout layout();

  VectorSpace space();

  /** The point under study, as a new vector that the caller closes. */
  Vector parameters();

  /** L(θ). Costs one forward pass over the data. A loss that is not finite is returned as it is. */
  Evaluation evaluate(Vector theta);

  /** This objective along a line or plane; the caller closes it before the objective. */
  default Restriction along(AffineSubspace subspace) {
    return coefficients -> {
      List<Evaluation> evaluations = new ArrayList<>(coefficients.size());
      try (Vector point = space().zeros()) {
        for (double[] c : coefficients) {
          subspace.point(c, point);
          evaluations.add(evaluate(point));
        }
      }
      return evaluations;
    };
  }

  /** The loss at many points of a line or plane, in the order of the coefficients. */
  default List<Evaluation> evaluate(AffineSubspace subspace, List<double[]> coefficients) {
    try (Restriction restriction = along(subspace)) {
      return restriction.evaluate(coefficients);
    }
  }

  /** How many samples N the mean is over; 0 for a function that has none. */
  default int samples() {
    return 0;
  }

  /** What this objective and its replicas have cost so far; {@code seconds} is 0 here. */
  Cost cost();

  /**
   * The same objective for another thread: shares the data, counts into the same cost, closed on
   * its own. It is called by the thread that is going to use the replica, which may set up that
   * thread (native libraries keep settings for each thread), and it computes in that thread alone.
   */
  Objective replicate();

  @Override
  default void close() {}
}
