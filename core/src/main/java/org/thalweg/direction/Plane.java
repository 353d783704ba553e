package org.thalweg.direction;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * Two directions that span a plane. They need not be orthogonal: those of Li et al. (2018) are not,
 * their cosine is only reported (about 1/√d for random ones).
 */
public record Plane(Direction first, Direction second) {
  /** Sine of the angle below which two directions count as one. */
  private static final double PARALLEL = 1e-6;

  public Plane {
    if (first.norm() == 0 || second.norm() == 0 || sine(first, second) < PARALLEL) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("two directions that span a plane")
          .found(
              "directions of length "
                  + first.norm()
                  + " and "
                  + second.norm()
                  + ", parallel or zero: "
                  + first
                  + " | "
                  + second)
          .next("choose two different directions, e.g. numbers 0 and 1 of one seed");
    }
  }

  /** cos ∠(first, second). */
  public double cosine() {
    return cosine(first, second);
  }

  /**
   * The same plane with its second direction made orthogonal to the first (Gram–Schmidt, twice for
   * accuracy) and scaled back to its length, so that steps along it keep their size. The result is
   * no longer filter-normalised in the strict sense.
   */
  public Plane orthogonalized() {
    double[] axis = first.toArray();
    double[] rest = second.toArray();
    double square = first.dot(first);
    for (int pass = 0; pass < 2; pass++) {
      double dot = 0;
      for (int i = 0; i < rest.length; i++) {
        dot += rest[i] * axis[i];
      }
      for (int i = 0; i < rest.length; i++) {
        rest[i] -= dot / square * axis[i];
      }
    }
    double sum = 0;
    for (double component : rest) {
      sum += component * component;
    }
    double factor = second.norm() / Math.sqrt(sum);
    for (int i = 0; i < rest.length; i++) {
      rest[i] *= factor;
    }
    DirectionDescription before = second.description();
    return new Plane(
        first,
        new Direction(
            rest,
            new DirectionDescription(
                before.source(), before.normalization(), before.biasRule(), true)));
  }

  /** The same plane with its second direction scaled to a length. */
  Plane withSecondOfLength(double length) {
    double[] scaled = second.toArray();
    double factor = length / second.norm();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return new Plane(first, new Direction(scaled, second.description()));
  }

  private static double cosine(Direction a, Direction b) {
    return Math.max(-1, Math.min(1, a.dot(b) / a.norm() / b.norm()));
  }

  private static double sine(Direction a, Direction b) {
    double cosine = cosine(a, b);
    return Math.sqrt((1 - cosine) * (1 + cosine));
  }
}
