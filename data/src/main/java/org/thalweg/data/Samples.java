package org.thalweg.data;

import java.util.List;

/**
 * Numbered samples: features of one shape each, and targets. Immutable and safe for several
 * threads.
 */
public interface Samples {
  int count();

  /**
   * Shape of one sample's features, e.g. {@code [1, 28, 28]} (channels, height, width) or {@code
   * [2]}.
   */
  List<Integer> featureShape();

  /** Copies the features of one sample, row-major, to {@code target[offset…]}. */
  void features(int sample, float[] target, int offset);

  Targets targets();

  /** These samples of this object, in this order, without copying features. */
  default Samples select(int... indices) {
    return new SelectedSamples(this, indices);
  }
}
