package org.thalweg.linalg;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.thalweg.result.Outcome;
import org.thalweg.result.Quadrature;
import org.thalweg.result.Values;

/**
 * Stochastic Lanczos quadrature: for each of several random unit vectors z, the Gauss rule of
 * zᵀf(A)z, so that the mean over probes of Σ wₖf(λₖ) estimates (1/d) tr f(A).
 *
 * <p>Lanczos from z with full reorthogonalisation; nodes are the eigenvalues of the projected
 * matrix, weights the squared first components of its eigenvectors (Golub and Welsch 1969). A rule
 * of m nodes is exact for polynomials up to degree 2m − 1. A basis that becomes invariant ends the
 * rule early, which is then exact for every f.
 *
 * <p><b>Cost.</b> probes × steps products; memory for as many vectors as steps.
 *
 * <p><b>When it misleads.</b> Between two nodes a rule knows nothing: the shape of a dense bulk is
 * resolved by the number of steps, and a lone eigenvalue of weight 1/d carries a random weight of
 * that order in each probe.
 *
 * <p>Sources: Ubaru, Chen, Saad (2017); Ghorbani, Krishnan, Xiao (2019).
 */
public final class LanczosQuadrature {
  private LanczosQuadrature() {}

  /** As the other, without listening. */
  public static QuadratureRules of(LinearOperator operator, QuadratureOptions options) {
    return of(operator, options, ProductListener.silent(), () -> false);
  }

  /**
   * Computes the rules.
   *
   * @param cancelled asked before every product; a probe that is stopped is left out
   */
  public static QuadratureRules of(
      LinearOperator operator,
      QuadratureOptions options,
      ProductListener listener,
      BooleanSupplier cancelled) {
    int steps = Math.min(options.steps(), operator.space().dimension());
    RademacherProbes probes =
        new RademacherProbes(operator.space(), options.seed(), "density probe");
    List<Quadrature> rules = new ArrayList<>();
    int products = 0;
    Outcome outcome = Outcome.CONVERGED;
    for (int i = 0; i < options.probes() && outcome == Outcome.CONVERGED; i++) {
      try (KrylovBasis basis = new KrylovBasis(operator, steps, options.seed())) {
        basis.continueWith(probes.probe(i), 0);
        while (basis.hasNext() && !basis.full() && outcome == Outcome.CONVERGED) {
          outcome = basis.expand(cancelled);
          products += outcome == Outcome.CANCELLED ? 0 : 1;
          if (outcome == Outcome.CONVERGED) {
            listener.product(products, options.probes() * steps);
          }
        }
        if (outcome == Outcome.CONVERGED) {
          rules.add(rule(basis.ritzPairs()));
        }
      }
    }
    return new QuadratureRules(rules, products, outcome);
  }

  private static Quadrature rule(RitzPairs ritz) {
    double[] nodes = new double[ritz.size()];
    double[] weights = new double[ritz.size()];
    double sum = 0;
    for (int k = 0; k < nodes.length; k++) {
      nodes[k] = ritz.value(k);
      double first = ritz.coefficients(k)[0];
      weights[k] = first * first;
      sum += weights[k];
    }
    for (int k = 0; k < weights.length; k++) {
      weights[k] /= sum;
    }
    return new Quadrature(Values.of(nodes), Values.of(weights));
  }
}
