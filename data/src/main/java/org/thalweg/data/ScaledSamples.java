package org.thalweg.data;

import java.util.List;

/** Other samples, shifted and divided when they are read. */
record ScaledSamples(Samples raw, Affine affine, Targets targets) implements Samples {
  @Override
  public int count() {
    return raw.count();
  }

  @Override
  public List<Integer> featureShape() {
    return raw.featureShape();
  }

  @Override
  public void features(int sample, float[] target, int offset) {
    raw.features(sample, target, offset);
    affine.apply(target, offset, raw.featureShape().stream().reduce(1, Math::multiplyExact));
  }
}
