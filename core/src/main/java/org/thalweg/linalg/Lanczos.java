package org.thalweg.linalg;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * The largest and the smallest eigenvalues of a symmetric operator in one run, with eigenvectors:
 * thick-restart Lanczos with full reorthogonalisation.
 *
 * <p><b>Method.</b> A Krylov basis from a seeded Gaussian start, each product orthogonalised twice
 * against the whole basis; Ritz pairs of the projected matrix; at a full basis, restart with the
 * Ritz vectors at both ends (Wu and Simon 2000). A vanishing remainder (invariant subspace) is
 * followed by a new random direction orthogonal to the basis. When the wanted pairs meet half the
 * tolerance by the estimate |β·s|, they are set aside and a <em>second search</em> from a fresh
 * random direction, orthogonal to them, looks for what one Krylov sequence cannot show: further
 * copies of a multiple eigenvalue. It is repeated as long as it changes a wanted value. Finally
 * each residual ‖Av − λv‖ is measured with a fresh product; a pair that fails is refined from its
 * residual.
 *
 * <p><b>What is certain.</b> Each reported λ has an eigenvalue of A within its residual, and the
 * k-th largest reported value is, up to rounding, a lower bound of the k-th largest eigenvalue
 * (mirrored at the bottom). <b>What is only likely</b>, as with every method that sees A by its
 * products: that no eigenvalue is missing. A missed one would have to be invisible to two
 * independent random starts for as long as the less extreme ones next to it took to show.
 *
 * <p><b>Cost.</b> Products: reported, and bounded by the options; 60 to 75 for the five largest and
 * two smallest eigenvalues of Hessians of small networks at a tolerance of 10⁻³, a third of them
 * for the second search and the check. Memory: basis size plus a few vectors, about one and a half
 * times that for a moment at restarts. Orthogonalisation: 4·basis size·d multiplications for each
 * product.
 *
 * <p><b>When it misleads.</b> In float32 residuals do not fall below about 10⁻⁷·‖A‖; when the
 * tolerance asks for more, the outcome is {@code BUDGET_EXHAUSTED}, as soon as refinement stops
 * helping. Eigenvectors of a cluster are an arbitrary basis of nearly the same subspace.
 *
 * <p>Sources: C. Lanczos (1950); B. Parlett, The Symmetric Eigenvalue Problem (1980); K. Wu and H.
 * Simon, Thick-restart Lanczos method for large symmetric eigenvalue problems (2000).
 */
public final class Lanczos {
  private Lanczos() {}

  /** As {@link #solve(LinearOperator, LanczosOptions, LanczosListener, BooleanSupplier)}. */
  public static Eigenpairs solve(LinearOperator operator, LanczosOptions options) {
    return solve(operator, options, LanczosListener.silent(), () -> false);
  }

  /** As the next one, from a random start. */
  public static Eigenpairs solve(
      LinearOperator operator,
      LanczosOptions options,
      LanczosListener listener,
      BooleanSupplier cancelled) {
    return solve(operator, options, null, listener, cancelled);
  }

  /**
   * Searches; the caller closes the result.
   *
   * @param start where the first search begins, e.g. an eigenvector of a similar operator, which
   *     saves products; it stays the caller's and need not be normalised. The second search starts
   *     at random all the same, so that a bad start hides nothing
   * @param cancelled asked before every product
   * @throws ThalwegException {@code DIMENSION_MISMATCH} if more eigenvalues are wanted at one end
   *     than there are, or the start has another dimension
   */
  public static Eigenpairs solve(
      LinearOperator operator,
      LanczosOptions options,
      @Nullable Vector start,
      LanczosListener listener,
      BooleanSupplier cancelled) {
    int dimension = operator.space().dimension();
    if (Math.max(options.top(), options.bottom()) > dimension) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected("at most " + dimension + " eigenvalues, the dimension of the operator")
          .found(options.top() + " largest and " + options.bottom() + " smallest")
          .next("ask for fewer eigenvalues");
    }
    if (start != null) {
      Dimensions.requireEqual("start vector", dimension, start.dimension());
    }
    try (LanczosRun run = new LanczosRun(operator, options, listener, cancelled)) {
      return run.solve(start);
    }
  }
}
