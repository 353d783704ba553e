package org.thalweg.objective;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.ArraySpace;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.linalg.VectorSpace;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.result.Cost;

/** What objectives on Java arrays have in common: everything but the function. */
abstract class ArrayObjective implements Objective {
  private final ParameterLayout layout;
  private final ArraySpace space;
  private final double[] point;
  private final CostCounter counter;

  ArrayObjective(ParameterLayout layout, double[] point, Precision precision, CostCounter counter) {
    this.layout = layout;
    this.space = new ArraySpace(layout.dimension(), precision);
    this.point = requireLength("point", point.clone());
    this.counter = counter;
  }

  abstract Evaluation value(double[] theta);

  @Override
  public ParameterLayout layout() {
    return layout;
  }

  @Override
  public VectorSpace space() {
    return space;
  }

  @Override
  public Vector parameters() {
    return space.of(point);
  }

  @Override
  public Evaluation evaluate(Vector theta) {
    double[] values = requireLength("point", theta.toArray());
    counter.countForward();
    return value(values);
  }

  @Override
  public Cost cost() {
    return counter.cost();
  }

  CostCounter counter() {
    return counter;
  }

  double[] requireLength(String what, double[] values) {
    if (values.length != space.dimension()) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected("a " + what + " with " + space.dimension() + " components")
          .found(values.length + " components")
          .next("make the function and its arguments fit");
    }
    return values;
  }
}
