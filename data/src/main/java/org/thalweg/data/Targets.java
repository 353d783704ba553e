package org.thalweg.data;

import java.util.List;

/** What a network should answer. */
public sealed interface Targets {
  int count();

  Targets select(int... indices);

  /**
   * One class out of {@code classes} for each sample, or for each position of each sample: the next
   * token of a text, the class of every pixel.
   */
  final class Labels implements Targets {
    private final int classes;
    private final List<Integer> shape;
    private final int positions;
    private final int[] labels;

    /** One label for each sample. */
    public Labels(int classes, int... labels) {
      this(classes, List.of(), labels);
    }

    /**
     * Labels of one shape for each sample, row-major, one sample after the other.
     *
     * @param shape of one sample's labels; empty for a single one
     */
    public Labels(int classes, List<Integer> shape, int... labels) {
      this.classes = classes;
      this.shape = List.copyOf(shape);
      this.positions = shape.stream().reduce(1, Math::multiplyExact);
      this.labels = labels.clone();
    }

    public int classes() {
      return classes;
    }

    /** Shape of one sample's labels; empty for a single one. */
    public List<Integer> shape() {
      return shape;
    }

    /** Labels for each sample. */
    public int positions() {
      return positions;
    }

    /** The label of a sample that has one. */
    public int label(int sample) {
      return label(sample, 0);
    }

    /** The label at a position of a sample, counted row-major. */
    public int label(int sample, int position) {
      return labels[sample * positions + position];
    }

    @Override
    public int count() {
      return labels.length / positions;
    }

    @Override
    public Labels select(int... indices) {
      int[] selected = new int[indices.length * positions];
      for (int i = 0; i < indices.length; i++) {
        System.arraycopy(labels, indices[i] * positions, selected, i * positions, positions);
      }
      return new Labels(classes, shape, selected);
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
