package org.thalweg.data;

import java.util.List;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** Samples whose features lie in one array of float32, row-major, one sample after the other. */
public final class ArraySamples implements Samples {
  private final List<Integer> featureShape;
  private final int width;
  private final float[] features;
  private final Targets targets;

  private ArraySamples(List<Integer> featureShape, float[] features, Targets targets) {
    this.featureShape = List.copyOf(featureShape);
    this.width = featureShape.stream().reduce(1, Math::multiplyExact);
    this.features = features;
    this.targets = targets;
  }

  /**
   * Copies the features.
   *
   * @param featureShape shape of one sample's features
   * @throws ThalwegException {@code DIMENSION_MISMATCH} if there are not as many features as shape
   *     and targets ask for
   */
  public static ArraySamples of(List<Integer> featureShape, float[] features, Targets targets) {
    ArraySamples samples = new ArraySamples(featureShape, features.clone(), targets);
    if ((long) samples.width * targets.count() != features.length) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected(
              "%d features: %d samples of shape %s"
                  .formatted((long) samples.width * targets.count(), targets.count(), featureShape))
          .found(features.length + " features")
          .next("give one target for each sample");
    }
    return samples;
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
    System.arraycopy(features, sample * width, target, offset, width);
  }

  @Override
  public Targets targets() {
    return targets;
  }
}
