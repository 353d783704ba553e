package org.thalweg.linalg;

import java.util.List;
import org.thalweg.result.Outcome;

/**
 * Eigenpairs at the ends of a spectrum; owns their vectors.
 *
 * @param top the largest, in descending order; fewer than asked for when the run ended early
 * @param bottom the smallest, in ascending order
 * @param products products used
 */
public record Eigenpairs(List<Eigenpair> top, List<Eigenpair> bottom, Outcome outcome, int products)
    implements AutoCloseable {
  public Eigenpairs {
    top = List.copyOf(top);
    bottom = List.copyOf(bottom);
  }

  /** Closes the eigenvectors. */
  @Override
  public void close() {
    top.forEach(pair -> pair.vector().close());
    bottom.forEach(pair -> pair.vector().close());
  }
}
