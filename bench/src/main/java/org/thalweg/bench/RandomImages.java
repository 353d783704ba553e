package org.thalweg.bench;

import java.util.List;
import org.thalweg.data.Samples;
import org.thalweg.data.Targets;
import org.thalweg.random.RandomStream;

/** Images of 3×32×32 without a meaning, for networks of which only the time matters. */
record RandomImages(int count) implements Samples {
  private static final int PIXELS = 3 * 32 * 32;
  private static final int CLASSES = 10;

  @Override
  public List<Integer> featureShape() {
    return List.of(3, 32, 32);
  }

  @Override
  public void features(int sample, float[] target, int offset) {
    double[] pixels = RandomStream.of(0, "benchmark image", sample).gaussians(PIXELS);
    for (int i = 0; i < PIXELS; i++) {
      target[offset + i] = (float) pixels[i];
    }
  }

  @Override
  public Targets targets() {
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % CLASSES;
    }
    return new Targets.Labels(CLASSES, labels);
  }
}
