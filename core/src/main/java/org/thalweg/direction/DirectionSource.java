package org.thalweg.direction;

/** Where a direction comes from, before any normalisation. */
public sealed interface DirectionSource {
  /** In words, e.g. {@code "random (seed 7, number 0)"}. */
  String text();

  /**
   * Independent standard normal components.
   *
   * @param seed of the stream
   * @param index which of the directions of this seed, from 0
   */
  record Random(long seed, int index) implements DirectionSource {
    @Override
    public String text() {
      return "random (seed " + seed + ", number " + index + ")";
    }
  }

  /** The gradient ∇L, uphill: α &lt; 0 descends. */
  record Gradient() implements DirectionSource {
    @Override
    public String text() {
      return "gradient";
    }
  }

  /**
   * An eigenvector; its sign is arbitrary.
   *
   * @param matrix which matrix, e.g. {@code "hessian"}
   * @param rank 1 for the largest eigenvalue, 2 for the next; −1 for the smallest
   */
  record Eigenvector(String matrix, int rank) implements DirectionSource {
    @Override
    public String text() {
      return "eigenvector " + rank + " of the " + matrix;
    }
  }

  /**
   * A principal component of the snapshots of a training; its sign is arbitrary.
   *
   * @param component 1 for the one of the largest variance
   */
  record Principal(int component) implements DirectionSource {
    @Override
    public String text() {
      return "principal component " + component + " of the snapshots";
    }
  }

  /** Leads from one point (α = 0) to another (α = 1), both named for a reader. */
  record Difference(String from, String to) implements DirectionSource {
    @Override
    public String text() {
      return "from " + from + " to " + to;
    }
  }

  /** Values that were handed over, named for a reader, e.g. by their file. */
  record Given(String name) implements DirectionSource {
    @Override
    public String text() {
      return "given (" + name + ")";
    }
  }
}
