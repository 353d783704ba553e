package org.thalweg.testkit;

import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.linalg.VectorSpace;

/** A space that knows how many of its vectors are open: algorithms must close what they create. */
public final class TrackedSpace implements VectorSpace {
  private final VectorSpace space;
  private int open;

  public TrackedSpace(VectorSpace space) {
    this.space = space;
  }

  /** Vectors created and not yet closed. */
  public int open() {
    return open;
  }

  @Override
  public int dimension() {
    return space.dimension();
  }

  @Override
  public Precision precision() {
    return space.precision();
  }

  @Override
  public Vector zeros() {
    return new Tracked(space.zeros());
  }

  @Override
  public Vector of(double[] values) {
    return new Tracked(space.of(values));
  }

  private final class Tracked implements Vector {
    private final Vector vector;
    private boolean closed;

    Tracked(Vector vector) {
      this.vector = vector;
      open++;
    }

    @Override
    public VectorSpace space() {
      return TrackedSpace.this;
    }

    @Override
    public double dot(Vector other) {
      return vector.dot(plain(other));
    }

    @Override
    public Vector axpy(double a, Vector x) {
      vector.axpy(a, plain(x));
      return this;
    }

    @Override
    public Vector scale(double a) {
      vector.scale(a);
      return this;
    }

    @Override
    public Vector set(Vector x) {
      vector.set(plain(x));
      return this;
    }

    @Override
    public Vector set(double[] values) {
      vector.set(values);
      return this;
    }

    @Override
    public Vector copy() {
      return new Tracked(vector.copy());
    }

    @Override
    public double[] toArray() {
      return vector.toArray();
    }

    @Override
    public void close() {
      vector.close();
      if (!closed) {
        closed = true;
        open--;
      }
    }

    private static Vector plain(Vector x) {
      return x instanceof Tracked tracked ? tracked.vector : x;
    }
  }
}
