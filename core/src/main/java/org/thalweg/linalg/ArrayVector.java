package org.thalweg.linalg;

import org.jspecify.annotations.Nullable;

/** A vector of an {@link ArraySpace}; meets vectors of any space of the same dimension. */
final class ArrayVector implements Vector {
  private final ArraySpace space;
  private double @Nullable [] components;

  ArrayVector(ArraySpace space, double[] components) {
    this.space = space;
    this.components = components;
  }

  @Override
  public VectorSpace space() {
    return space;
  }

  @Override
  public double dot(Vector other) {
    double[] x = open();
    double[] y = componentsOf(other);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  @Override
  public Vector axpy(double a, Vector other) {
    double[] y = open();
    double[] x = componentsOf(other);
    for (int i = 0; i < y.length; i++) {
      y[i] = space.round(y[i] + a * x[i]);
    }
    return this;
  }

  @Override
  public Vector scale(double a) {
    double[] x = open();
    for (int i = 0; i < x.length; i++) {
      x[i] = space.round(a * x[i]);
    }
    return this;
  }

  @Override
  public Vector set(Vector other) {
    return write(componentsOf(other));
  }

  @Override
  public Vector set(double[] values) {
    Dimensions.requireEqual("vector", dimension(), values.length);
    return write(values);
  }

  @Override
  public Vector copy() {
    return new ArrayVector(space, open().clone());
  }

  @Override
  public double[] toArray() {
    return open().clone();
  }

  @Override
  public void close() {
    components = null;
  }

  private Vector write(double[] values) {
    double[] x = open();
    for (int i = 0; i < x.length; i++) {
      x[i] = space.round(values[i]);
    }
    return this;
  }

  private double[] componentsOf(Vector other) {
    Dimensions.requireEqual("vector", dimension(), other.dimension());
    return other instanceof ArrayVector array ? array.open() : other.toArray();
  }

  private double[] open() {
    if (components == null) {
      throw new IllegalStateException("this vector is closed");
    }
    return components;
  }
}
