package org.thalweg.linalg;

import java.util.stream.IntStream;

/** So many pairs at the upper end of a descending list and so many at the lower. */
record SpectrumEnds(int top, int bottom) {
  /** Their indices among {@code size} pairs, each once. */
  int[] indices(int size) {
    int first = Math.min(top, size);
    return IntStream.concat(
            IntStream.range(0, first), IntStream.range(Math.max(first, size - bottom), size))
        .toArray();
  }
}
