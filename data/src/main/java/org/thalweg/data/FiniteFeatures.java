package org.thalweg.data;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** One NaN among the features would make every loss NaN: so it is looked for when data are read. */
final class FiniteFeatures {
  private FiniteFeatures() {}

  /**
   * Reads every sample once.
   *
   * @param name of the array, for errors
   */
  static void require(Samples samples, String name) {
    float[] row = new float[samples.featureShape().stream().reduce(1, Math::multiplyExact)];
    for (int i = 0; i < samples.count(); i++) {
      samples.features(i, row, 0);
      requireRow(row, 0, row.length, i, name);
    }
  }

  static void requireRow(float[] values, int offset, int width, int sample, String name) {
    for (int j = 0; j < width; j++) {
      if (!Float.isFinite(values[offset + j])) {
        throw ThalwegException.of(ErrorCode.NOT_FINITE)
            .expected("finite numbers within the range of float32 in " + name)
            .found("%s in row %d, position %d (from 0)".formatted(values[offset + j], sample, j))
            .next("remove or replace such values before saving the file");
      }
    }
  }
}
