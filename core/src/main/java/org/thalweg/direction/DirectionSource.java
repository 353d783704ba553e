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

  /**
   * A principal component of the snapshots of a training, of length 1; its entry of largest
   * magnitude is positive.
   *
   * @param rank 1 for the one along which the snapshots vary most
   * @param snapshots how many it was found from
   * @param rows how they were centred, in words
   */
  record PrincipalComponent(int rank, int snapshots, String rows) implements DirectionSource {
    @Override
    public String text() {
      return "principal component " + rank + " of " + snapshots + " snapshots (" + rows + ")";
    }
  }
}
