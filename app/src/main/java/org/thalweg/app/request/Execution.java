package org.thalweg.app.request;

import java.util.Arrays;
import java.util.List;
import org.thalweg.linalg.Precision;

/**
 * How the work is carried out. Results depend on the seed and the precision, never on the workers.
 *
 * @param seed of everything random
 * @param workers threads, each with its own replica of the network; 0: one per core; at most 1024
 * @param precision of weights, losses and gradients
 */
public record Execution(long seed, int workers, Precision precision) {
  /** More than any machine has cores for. */
  static final int MOST_WORKERS = 1024;

  public static final Execution DEFAULT = new Execution(0, 0, Precision.FLOAT32);

  public Execution {
    Checks.between("--workers", 0, MOST_WORKERS, workers);
  }

  /** With the precision by its name, one of {@link #precisions()}. */
  public static Execution of(long seed, int workers, String precision) {
    for (Precision each : Precision.values()) {
      if (each.text().equals(precision)) {
        return new Execution(seed, workers, each);
      }
    }
    throw Checks.invalid("--precision", String.join(" or ", precisions()), precision);
  }

  /** The names of the precisions. */
  public static List<String> precisions() {
    return Arrays.stream(Precision.values()).map(Precision::text).toList();
  }
}
