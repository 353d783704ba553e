package org.thalweg.data;

import java.util.List;

/** Some samples of another object, in an order of their own. */
final class SelectedSamples implements Samples {
  private final Samples all;
  private final int[] indices;
  private final Targets targets;

  SelectedSamples(Samples all, int[] indices) {
    this.all = all;
    this.indices = indices.clone();
    this.targets = all.targets().select(indices);
  }

  @Override
  public int count() {
    return indices.length;
  }

  @Override
  public List<Integer> featureShape() {
    return all.featureShape();
  }

  @Override
  public void features(int sample, float[] target, int offset) {
    all.features(indices[sample], target, offset);
  }

  @Override
  public Targets targets() {
    return targets;
  }
}
