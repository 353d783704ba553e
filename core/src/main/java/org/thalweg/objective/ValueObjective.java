package org.thalweg.objective;

import java.util.function.ToDoubleFunction;
import org.thalweg.linalg.Precision;
import org.thalweg.parameter.ParameterLayout;

/** A function of which only the value is known. */
final class ValueObjective extends ArrayObjective {
  private final ToDoubleFunction<double[]> function;

  ValueObjective(
      ParameterLayout layout,
      double[] point,
      Precision precision,
      ToDoubleFunction<double[]> function,
      CostCounter counter) {
    super(layout, point, precision, counter);
    this.function = function;
  }

  @Override
  Evaluation value(double[] theta) {
    return Evaluation.exact(function.applyAsDouble(theta));
  }

  /** Itself: there is no state but the counter, which is shared anyway. */
  @Override
  public Objective replicate() {
    return this;
  }
}
