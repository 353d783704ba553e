package org.thalweg.app.request;

import org.thalweg.linalg.Precision;

/**
 * How the work is carried out. Results depend on the seed and the precision, never on the workers.
 *
 * @param seed of everything random
 * @param workers threads, each with its own replica of the network; 0: one per core
 * @param precision of weights, losses and gradients
 */
public record Execution(long seed, int workers, Precision precision) {
  public static final Execution DEFAULT = new Execution(0, 0, Precision.FLOAT32);

  public Execution {
    Checks.atLeast("--workers", 0, workers);
  }
}
