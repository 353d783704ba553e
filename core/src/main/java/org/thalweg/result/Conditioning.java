package org.thalweg.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Quotients of eigenvalues.
 *
 * @param signed κ = λ_max/λ_min of the algebraic ends, negative at a saddle; NaN unless both ends
 *     are known and λ_min differs from zero by more than its residual
 * @param signedError how far κ may be away because of the residuals
 * @param absolute |λ|max/|λ|min of the eigenvalues that were found: the condition number in the
 *     2-norm if all were found, otherwise a lower bound of it; NaN when the smallest is zero within
 *     its residual
 * @param absoluteError how far the quotient may be away because of the residuals
 * @param complete whether all eigenvalues were found
 */
public record Conditioning(
    double signed, double signedError, double absolute, double absoluteError, boolean complete) {

  static Conditioning of(SpectrumResult spectrum) {
    List<Eigenvalue> found =
        Stream.concat(spectrum.top().stream(), spectrum.bottom().stream()).toList();
    if (found.isEmpty() || spectrum.top().isEmpty() || spectrum.bottom().isEmpty()) {
      return new Conditioning(Double.NaN, Double.NaN, Double.NaN, Double.NaN, false);
    }
    Comparator<Eigenvalue> bySize = Comparator.comparingDouble(e -> Math.abs(e.value()));
    List<Eigenvalue> known = spectrum.known().toList();
    Eigenvalue largest = known.stream().max(bySize).orElseThrow();
    Eigenvalue smallest = known.stream().min(bySize).orElseThrow();
    double[] signed = quotient(spectrum.top().get(0), spectrum.bottom().get(0));
    double[] absolute = quotient(largest, smallest);
    return new Conditioning(
        signed[0], signed[1], Math.abs(absolute[0]), absolute[1], spectrum.knowsAll());
  }

  /** a/b and its largest error, both NaN if b may be zero or one of them has not converged. */
  private static double[] quotient(Eigenvalue a, Eigenvalue b) {
    double least = Math.abs(b.value()) - b.residual();
    if (!(least > 0) || !a.converged() || !b.converged()) {
      return new double[] {Double.NaN, Double.NaN};
    }
    double value = a.value() / b.value();
    double error = (a.residual() + Math.abs(value) * b.residual()) / least;
    return new double[] {value, error};
  }

  List<Measurement> measurements(Outcome outcome) {
    List<Measurement> all = new ArrayList<>();
    all.add(
        new Measurement(
            "condition λ_max/λ_min", signed, signedError, "from the residuals", outcome));
    String name =
        complete
            ? "condition |λ|max/|λ|min"
            : "|λ|max/|λ|min of the eigenvalues found (a lower bound of the condition)";
    all.add(new Measurement(name, absolute, absoluteError, "from the residuals", outcome));
    return all;
  }
}
