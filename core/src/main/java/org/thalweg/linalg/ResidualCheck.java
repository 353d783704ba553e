package org.thalweg.linalg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.thalweg.result.Outcome;

/** The wanted Ritz vectors, each with a fresh product: Rayleigh quotient and residual. */
final class ResidualCheck implements AutoCloseable {
  private final LinearOperator operator;
  private final LanczosOptions options;
  private final double norm;
  private final BooleanSupplier stop;
  private final List<Eigenpair> top = new ArrayList<>();
  private final List<Eigenpair> bottom = new ArrayList<>();
  private @Nullable Vector worst;
  private double worstRatio;
  private int failures;
  private boolean stopped;
  private boolean finite = true;

  ResidualCheck(
      LinearOperator operator, LanczosOptions options, double norm, BooleanSupplier stop) {
    this.operator = operator;
    this.options = options;
    this.norm = norm;
    this.stop = stop;
  }

  /** What a residual is relative to: |λ|, or a small share of ‖A‖ when λ is as good as zero. */
  static double scale(double value, double norm) {
    return Math.max(Math.abs(value), LanczosOptions.NEGLIGIBLE * norm);
  }

  /** Checks all wanted pairs; returns the products used. */
  int run(KrylovBasis basis, RitzPairs ritz) {
    int products = 0;
    try {
      for (int i = 0; i < Math.min(options.top(), ritz.size()); i++) {
        products += add(top, basis, ritz, i);
      }
      for (int i = 0; i < Math.min(options.bottom(), ritz.size()); i++) {
        products += add(bottom, basis, ritz, ritz.size() - 1 - i);
      }
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
    top.sort(Comparator.comparingDouble(Eigenpair::value).reversed());
    bottom.sort(Comparator.comparingDouble(Eigenpair::value));
    return products;
  }

  int failures() {
    return failures;
  }

  /** The largest residual in units of its tolerance. */
  double worstRatio() {
    return worstRatio;
  }

  /** Its vector Av − λv. */
  Vector worstResidual() {
    return Objects.requireNonNull(worst, "every pair is good");
  }

  /** Whether every wanted pair has a finite residual. */
  boolean complete() {
    return finite && !stopped;
  }

  /** Hands the vectors over. */
  Eigenpairs result(Outcome searchOutcome, int products) {
    if (worst != null) {
      worst.close();
    }
    Outcome outcome = searchOutcome;
    if (searchOutcome == Outcome.CONVERGED || searchOutcome == Outcome.BUDGET_EXHAUSTED) {
      if (!finite) {
        outcome = Outcome.NON_FINITE;
      } else if (stopped) {
        outcome = Outcome.CANCELLED;
      } else if (failures > 0) {
        outcome = Outcome.BUDGET_EXHAUSTED;
      }
    }
    return new Eigenpairs(top, bottom, outcome, products);
  }

  @Override
  public void close() {
    top.forEach(pair -> pair.vector().close());
    bottom.forEach(pair -> pair.vector().close());
    if (worst != null) {
      worst.close();
    }
  }

  private int add(List<Eigenpair> pairs, KrylovBasis basis, RitzPairs ritz, int index) {
    Vector v = basis.combination(ritz.coefficients(index));
    Eigenpair pair = new Eigenpair(ritz.value(index), v, Double.NaN, false);
    if (stopped || !finite) {
      pairs.add(pair);
      return 0;
    }
    Vector image = operator.space().zeros();
    boolean kept = false;
    try {
      stopped = !operator.applyAll(List.of(v), List.of(image), stop);
      if (stopped) {
        return 0;
      }
      double value = v.dot(image);
      image.axpy(-value, v);
      double residual = image.norm();
      if (Double.isFinite(residual)) {
        double ratio = residual / tolerance(value);
        pair = new Eigenpair(value, v, residual, ratio <= 1);
        failures += ratio <= 1 ? 0 : 1;
        if (ratio > 1 && ratio > worstRatio) {
          kept = true;
          keepWorst(image);
        }
        worstRatio = Math.max(worstRatio, ratio);
      } else {
        finite = false;
      }
    } finally {
      pairs.add(pair);
      if (!kept) {
        image.close();
      }
    }
    return 1;
  }

  private void keepWorst(Vector residual) {
    if (worst != null) {
      worst.close();
    }
    worst = residual;
  }

  private double tolerance(double value) {
    double scale = scale(value, norm);
    // The zero matrix: every vector is an exact eigenvector.
    return scale == 0 ? Double.MIN_VALUE : options.tolerance() * scale;
  }
}
