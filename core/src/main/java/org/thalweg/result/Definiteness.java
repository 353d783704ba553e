package org.thalweg.result;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What the signs of the eigenvalues say about a point where the gradient vanishes.
 *
 * @param kind of the point
 * @param negative eigenvalues found below zero
 * @param certainNegative how many negative eigenvalues there are for certain, residuals considered:
 *     the matrix has at least so many
 * @param certain whether {@code kind} is a fact: a saddle is one as soon as both signs are; a
 *     minimum or a maximum only when every eigenvalue is known
 */
public record Definiteness(Kind kind, int negative, int certainNegative, boolean certain) {
  /** What the quadratic part of the loss looks like. */
  public enum Kind {
    /** Curved upwards in every direction that was found. */
    MINIMUM("minimum"),
    /** Curved upwards in some direction and downwards in another. */
    SADDLE("saddle"),
    /** Curved downwards in every direction that was found. */
    MAXIMUM("maximum"),
    /** An eigenvalue is zero within its residual, or an end of the spectrum is unknown. */
    UNDECIDED("undecided");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** The word used in files and reports. */
    public String text() {
      return text;
    }
  }

  /**
   * Of the eigenvalues of a result.
   *
   * <p>k orthonormal vectors with values λᵢ and residuals rᵢ have k eigenvalues of the matrix, one
   * for each, within ρ = √Σrᵢ² of the values (Kahan 1967). So a value below −ρ or above ρ has a
   * negative or a positive eigenvalue of its own. Of a whole spectrum, each value is within the
   * largest residual (Weyl).
   */
  static Definiteness of(SpectrumResult spectrum) {
    double radius = radius(spectrum);
    long negative = spectrum.known().filter(e -> e.value() < 0).count();
    long below = spectrum.known().filter(e -> e.value() < -radius).count();
    long above = spectrum.known().filter(e -> e.value() > radius).count();
    boolean whole = spectrum.knowsAll();
    boolean lowEnd = whole || isReliable(spectrum.bottom());
    boolean highEnd = whole || isReliable(spectrum.top());
    long unclear = spectrum.known().count() - below - above;
    Kind kind = Kind.UNDECIDED;
    if (below > 0 && above > 0) {
      kind = Kind.SADDLE;
    } else if (lowEnd && unclear == 0 && below == 0 && above > 0) {
      kind = Kind.MINIMUM;
    } else if (highEnd && unclear == 0 && above == 0 && below > 0) {
      kind = Kind.MAXIMUM;
    }
    boolean certain = kind == Kind.SADDLE || (whole && kind != Kind.UNDECIDED);
    return new Definiteness(kind, (int) negative, (int) below, certain);
  }

  private static double radius(SpectrumResult spectrum) {
    DoubleStream residuals = spectrum.known().mapToDouble(Eigenvalue::residual);
    return spectrum.spectrum().size() > 0
        ? residuals.max().orElse(0)
        : Math.sqrt(residuals.map(residual -> residual * residual).sum());
  }

  private static boolean isReliable(List<Eigenvalue> end) {
    return !end.isEmpty() && end.get(0).converged();
  }
}
