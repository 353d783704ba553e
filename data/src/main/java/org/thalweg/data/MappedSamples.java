package org.thalweg.data;

import java.util.List;

/** Samples whose features stay where they are, e.g. in a mapped file, until they are read. */
record MappedSamples(NumberArray array, int width, Targets targets) implements Samples {
  MappedSamples(NumberArray array, Targets targets) {
    this(array, array.sampleShape().stream().reduce(1, Math::multiplyExact), targets);
  }

  @Override
  public int count() {
    return array.count();
  }

  @Override
  public List<Integer> featureShape() {
    return array.sampleShape();
  }

  @Override
  public void features(int sample, float[] target, int offset) {
    array.values().copy((long) sample * width, width, target, offset);
  }
}
