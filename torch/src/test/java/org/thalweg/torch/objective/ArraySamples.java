package org.thalweg.torch.objective;

import java.util.List;
import org.thalweg.data.Samples;
import org.thalweg.data.Targets;

/** Samples that are one array. */
@SuppressWarnings("ArrayRecordComponent")
record ArraySamples(List<Integer> featureShape, double[] values, Targets targets)
    implements Samples {
  @Override
  public int count() {
    return targets.count();
  }

  @Override
  public void features(int sample, float[] target, int offset) {
    int size = featureShape.stream().reduce(1, Math::multiplyExact);
    for (int i = 0; i < size; i++) {
      target[offset + i] = (float) values[sample * size + i];
    }
  }
}
