package org.thalweg.data;

import java.util.List;

/** Samples whose features lie in bytes, 0 … 255, and are read as {@code byte / 255}. */
final class ByteSamples implements Samples {
  private static final float[] FRACTION = fractions();

  private final List<Integer> featureShape;
  private final int width;
  private final byte[] features;
  private final Targets targets;

  /**
   * @param features not copied: the owner hands them over
   */
  ByteSamples(List<Integer> featureShape, byte[] features, Targets targets) {
    this.featureShape = List.copyOf(featureShape);
    this.width = featureShape.stream().reduce(1, Math::multiplyExact);
    this.features = features;
    this.targets = targets;
  }

  private static float[] fractions() {
    float[] fractions = new float[256];
    for (int i = 0; i < fractions.length; i++) {
      fractions[i] = i / 255f;
    }
    return fractions;
  }

  @Override
  public int count() {
    return targets.count();
  }

  @Override
  public List<Integer> featureShape() {
    return featureShape;
  }

  @Override
  public void features(int sample, float[] target, int offset) {
    int from = sample * width;
    for (int i = 0; i < width; i++) {
      target[offset + i] = FRACTION[Byte.toUnsignedInt(features[from + i])];
    }
  }

  @Override
  public Targets targets() {
    return targets;
  }
}
