package org.thalweg.data;

import java.util.List;

/** What a network should answer. */
public sealed interface Targets {
  int count();

  Targets select(int... indices);

  /** One class out of {@code classes} for each sample. */
  final class Labels implements Targets {
    private final int classes;
    private final int[] labels;

    public Labels(int classes, int... labels) {
      this.classes = classes;
      this.labels = labels.clone();
    }

    public int classes() {
      return classes;
    }

    public int label(int sample) {
      return labels[sample];
    }

    @Override
    public int count() {
      return labels.length;
    }

    @Override
    public Labels select(int... indices) {
      int[] selected = new int[indices.length];
      for (int i = 0; i < indices.length; i++) {
        selected[i] = labels[indices[i]];
      }
      return new Labels(classes, selected);
    }
  }

  /** Real numbers of one shape for each sample; {@code [1]} gives a target of n × 1. */
  final class Reals implements Targets {
    private final List<Integer> shape;
    private final int width;
    private final float[] values;

    public Reals(List<Integer> shape, float... values) {
      this.shape = List.copyOf(shape);
      this.width = shape.stream().reduce(1, Math::multiplyExact);
      this.values = values.clone();
    }

    /** Shape of one sample's target. */
    public List<Integer> shape() {
      return shape;
    }

    /** Copies one sample's target, row-major, to {@code target[offset…]}. */
    public void copy(int sample, float[] target, int offset) {
      System.arraycopy(values, sample * width, target, offset, width);
    }

    @Override
    public int count() {
      return values.length / width;
    }

    @Override
    public Reals select(int... indices) {
      float[] selected = new float[indices.length * width];
      for (int i = 0; i < indices.length; i++) {
        copy(indices[i], selected, i * width);
      }
      return new Reals(shape, selected);
    }
  }
}
