package org.thalweg.probe.connectivity;

import org.thalweg.linalg.Vector;
import org.thalweg.result.PathSearch;

/**
 * A path and how it was found; closing it closes the path.
 *
 * @param curve the kind of path, as {@link org.thalweg.result.ConnectionResult#curve} names it
 */
public record FoundPath(String curve, Path path, PathSearch search) implements AutoCloseable {
  /** (1 − t)A + tB, which needs no search. */
  public static FoundPath line(Vector a, Vector b) {
    return new FoundPath("linear", Path.line(a, b), PathSearch.none("straight line"));
  }

  @Override
  public void close() {
    path.close();
  }
}
