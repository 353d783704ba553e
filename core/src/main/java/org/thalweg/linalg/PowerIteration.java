package org.thalweg.linalg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Outcome;

/**
 * The eigenvalues of largest absolute value by power iteration with deflation, as much software for
 * loss landscapes has it; here for comparison with {@link Lanczos}.
 *
 * <p>v ← PAv/‖PAv‖ with P the projection on the complement of the pairs that are known; λ = vᵀAv
 * with its sign; a pair is done when its residual ‖Av − λv‖ meets the tolerance, never because two
 * estimates agree.
 *
 * <p><b>What it can do.</b> Each pair comes with an honest residual. The positive values found are
 * the largest eigenvalues of the matrix and the negative ones the smallest, provided that every
 * pair is right.
 *
 * <p><b>What it cannot do.</b> It does not find the k largest eigenvalues where negative ones are
 * larger in size: of {10, −9.5, 5} two pairs are 10 and −9.5. The error shrinks by |λ₂/λ₁| in each
 * product, so that clusters take thousands of products, and of λ and −λ together it finds neither:
 * the outcome is {@code BUDGET_EXHAUSTED}. Errors of a pair spoil those that come after it: their
 * residual does not fall below that of the earlier pairs.
 *
 * <p><b>Cost.</b> One product for each step, about log(1/tolerance)/log|λ₁/λ₂| of them for each
 * pair; memory for the pairs and two vectors.
 */
public final class PowerIteration {
  private PowerIteration() {}

  /** As the other, without listening. */
  public static Eigenpairs solve(LinearOperator operator, PowerOptions options) {
    return solve(operator, options, ProductListener.silent(), () -> false);
  }

  /**
   * Searches; the caller closes the result. Its {@code top} are the positive eigenvalues and zero,
   * its {@code bottom} the negative ones.
   *
   * @param cancelled asked before every product
   */
  public static Eigenpairs solve(
      LinearOperator operator,
      PowerOptions options,
      ProductListener listener,
      BooleanSupplier cancelled) {
    CountedProducts products =
        new CountedProducts(operator, options.maxProducts(), listener, cancelled);
    List<Eigenpair> found = new ArrayList<>();
    boolean kept = false;
    try {
      int wanted = Math.min(options.pairs(), operator.space().dimension());
      while (found.size() < wanted && products.done() < options.maxProducts()) {
        Eigenpair pair = next(products, found, options);
        if (pair == null) {
          break;
        }
        found.add(pair);
      }
      kept = true;
      return result(found, wanted, products);
    } finally {
      if (!kept) {
        found.forEach(pair -> pair.vector().close());
      }
    }
  }

  private static Eigenpairs result(List<Eigenpair> found, int wanted, CountedProducts products) {
    Outcome outcome = products.outcome();
    boolean all = found.size() == wanted && found.stream().allMatch(Eigenpair::converged);
    if (outcome == Outcome.CONVERGED && !all) {
      outcome = Outcome.BUDGET_EXHAUSTED;
    }
    Comparator<Eigenpair> ascending = Comparator.comparingDouble(Eigenpair::value);
    return new Eigenpairs(
        found.stream().filter(pair -> pair.value() >= 0).sorted(ascending.reversed()).toList(),
        found.stream().filter(pair -> pair.value() < 0).sorted(ascending).toList(),
        outcome,
        products.done());
  }

  /** The next pair, as far as the budget goes; none if not even one product succeeded. */
  private static @Nullable Eigenpair next(
      CountedProducts products, List<Eigenpair> found, PowerOptions options) {
    List<Vector> known = found.stream().map(Eigenpair::vector).toList();
    double norm = found.isEmpty() ? 0 : Math.abs(found.get(0).value());
    int share = options.maxProducts() / options.pairs();
    int last = Math.min(options.maxProducts(), products.done() + Math.max(1, share));
    Vector v = start(products.space(), known, options.seed());
    Eigenpair pair = null;
    boolean kept = false;
    try (Vector image = products.space().zeros();
        Vector difference = products.space().zeros()) {
      while (products.done() < last && products.apply(v, image)) {
        double value = v.dot(image);
        double residual = difference.set(image).axpy(-value, v).norm();
        norm = Math.max(norm, image.norm());
        boolean good = residual <= options.tolerance() * ResidualCheck.scale(value, norm);
        pair = new Eigenpair(value, v, residual, good);
        Orthogonalisation.remove(image, known);
        double length = image.norm();
        // Nothing left: the complement of the known pairs is mapped to zero.
        if (good || length == 0 || products.done() >= last) {
          break;
        }
        v.set(image.scale(1 / length));
        Orthogonalisation.remove(v, known);
        v.scale(1 / v.norm());
      }
      kept = pair != null;
      return pair;
    } finally {
      if (!kept) {
        v.close();
      }
    }
  }

  private static Vector start(VectorSpace space, List<Vector> known, long seed) {
    RandomStream random = RandomStream.of(seed, "power iteration start", known.size());
    Vector v = space.of(random.gaussians(space.dimension()));
    Orthogonalisation.remove(v, known);
    v.scale(1 / v.norm());
    Orthogonalisation.remove(v, known);
    return v.scale(1 / v.norm());
  }
}
