package org.thalweg.linalg;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Several vectors that are made, multiplied and closed together.
 *
 * @param vectors owned
 */
record VectorBlock(List<Vector> vectors) implements AutoCloseable {
  /** More are not much cheaper together, and memory for twice as many is needed. */
  static final int MOST = 8;

  VectorBlock {
    vectors = List.copyOf(vectors);
  }

  static VectorBlock zeros(VectorSpace space, int count) {
    return of(count, i -> space.zeros());
  }

  static VectorBlock copies(List<? extends Vector> vectors) {
    return of(vectors.size(), i -> vectors.get(i).copy());
  }

  /** The vectors of these numbers; closed if one of them cannot be made. */
  static VectorBlock of(int count, IntFunction<? extends Vector> maker) {
    List<Vector> made = new ArrayList<>(count);
    boolean complete = false;
    try {
      IntStream.range(0, count).forEach(i -> made.add(maker.apply(i)));
      complete = true;
      return new VectorBlock(made);
    } finally {
      if (!complete) {
        made.forEach(Vector::close);
      }
    }
  }

  @Override
  public void close() {
    vectors.forEach(Vector::close);
  }
}
