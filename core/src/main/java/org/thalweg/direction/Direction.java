package org.thalweg.direction;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Vector;
import org.thalweg.linalg.VectorSpace;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.parameter.ParameterSlice;
import org.thalweg.parameter.ParameterTensor;

/**
 * An immutable direction in parameter space and how it arose.
 *
 * <p>Components are kept as float64 on the heap (8 bytes for each parameter, 80 MB for ten million)
 * whatever the precision of the objective: normalisation then does not depend on the objective, and
 * no native memory has to be freed. They are rounded once, by {@link #in}.
 */
public final class Direction {
  private final double[] values;
  private final DirectionDescription description;

  /** Adopts {@code values}; nobody else may keep them. */
  Direction(double[] values, DirectionDescription description) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw ThalwegException.of(ErrorCode.NOT_FINITE)
            .expected("a direction of finite components: " + description.text())
            .found("a component " + value)
            .next("check the weights or values from which the direction arises");
      }
    }
    this.values = values;
    this.description = description;
  }

  /** These values as they are, in parameter order; they are copied. */
  public static Direction of(DirectionSource source, double[] values) {
    return new Direction(values.clone(), DirectionDescription.raw(source));
  }

  /** The components of a vector, e.g. of an eigenvector; it stays the caller's. */
  public static Direction of(DirectionSource source, Vector vector) {
    return new Direction(vector.toArray(), DirectionDescription.raw(source));
  }

  /** to − from. */
  public static Direction difference(DirectionSource.Difference source, Vector from, Vector to) {
    double[] start = from.toArray();
    double[] difference = to.toArray();
    requireDimension(start.length, difference.length);
    for (int i = 0; i < difference.length; i++) {
      difference[i] -= start[i];
    }
    return new Direction(difference, DirectionDescription.raw(source));
  }

  /**
   * This direction scaled by a rule; each direction is normalised at most once.
   *
   * @param layout which components form tensors and filters
   * @param weights the point under study, in parameter order
   */
  public Direction normalized(
      Normalization normalization, BiasRule biasRule, ParameterLayout layout, double[] weights) {
    requireDimension(layout.dimension(), values.length);
    requireDimension(layout.dimension(), weights.length);
    if (!description.isRaw()) {
      throw ThalwegException.of(ErrorCode.CONFLICTING_OPTIONS)
          .expected("a direction that has not been normalised or orthogonalised")
          .found(description.text())
          .next("normalise the direction as its source gave it, before making a plane");
    }
    double[] scaled = values.clone();
    NormalizationRule rule = normalization.rule();
    for (ParameterTensor tensor : layout.tensors()) {
      if (tensor.kind() == ParameterKind.WEIGHT || biasRule == BiasRule.KEEP) {
        rule.normalize(tensor, scaled, weights);
      } else {
        biasRule.overwrite(tensor.slice(), scaled, weights);
      }
    }
    rule.finish(scaled);
    return new Direction(
        scaled, new DirectionDescription(description.source(), normalization, biasRule, false));
  }

  public int dimension() {
    return values.length;
  }

  public double get(int i) {
    return values[i];
  }

  /** The components, as a copy. */
  public double[] toArray() {
    return values.clone();
  }

  /** ‖d‖₂. */
  public double norm() {
    return new ParameterSlice(0, values.length).norm(values);
  }

  /** d·e. */
  public double dot(Direction other) {
    requireDimension(values.length, other.values.length);
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * other.values[i];
    }
    return sum;
  }

  /** This direction as a new vector of a space, rounded to its precision; the caller closes it. */
  public Vector in(VectorSpace space) {
    requireDimension(space.dimension(), values.length);
    return space.of(values);
  }

  public DirectionDescription description() {
    return description;
  }

  @Override
  public String toString() {
    return description.text();
  }

  private static void requireDimension(int expected, int found) {
    if (expected != found) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected("a direction of " + expected + " components, one for each parameter")
          .found(found + " components")
          .next("use a direction and weights of the same network");
    }
  }
}
