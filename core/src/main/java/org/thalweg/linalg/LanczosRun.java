package org.thalweg.linalg;

import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.thalweg.result.Outcome;

/** One search of {@link Lanczos}: search, search again for what was missed, check, refine. */
final class LanczosRun implements AutoCloseable {
  /** Estimates must be better than the tolerance, because the final check decides. */
  private static final double SAFETY = 0.5;

  private static final double REFINEMENT_SAFETY = 0.1;

  /** Checks that may fail without any progress; then roundoff is the reason. */
  private static final int PATIENCE = 2;

  private final LinearOperator operator;
  private final LanczosOptions options;
  private final LanczosListener listener;
  private final BooleanSupplier cancelled;
  private final KrylovBasis basis;
  private final int capacity;
  private final int needed;
  private int products;
  private double safety = SAFETY;
  private SpectrumEnds pinned;

  LanczosRun(
      LinearOperator operator,
      LanczosOptions options,
      LanczosListener listener,
      BooleanSupplier cancelled) {
    this.operator = operator;
    this.options = options;
    this.listener = listener;
    this.cancelled = cancelled;
    int dimension = operator.space().dimension();
    this.capacity = options.capacity(dimension);
    this.needed = Math.min(dimension, options.wanted());
    this.pinned = new SpectrumEnds(options.top(), options.bottom());
    this.basis = new KrylovBasis(operator, capacity, options.seed());
  }

  Eigenpairs solve(@Nullable Vector start) {
    if (start == null || !basis.continueWith(start.copy(), 0)) {
      basis.continueAtRandom();
    }
    Outcome outcome = search(this::wantedFound);
    boolean changed = true;
    while (outcome == Outcome.CONVERGED && changed && !basis.complete()) {
      RitzPairs before = basis.ritzPairs();
      outcome = searchAgain(before);
      changed = changed(before, basis.ritzPairs());
    }
    return outcome == Outcome.CONVERGED || outcome == Outcome.BUDGET_EXHAUSTED
        ? checked(outcome)
        : check(basis.size() == 0 ? null : basis.ritzPairs(), () -> true).result(outcome, products);
  }

  /** Products until the goal is met; CONVERGED if it is. */
  private Outcome search(Predicate<RitzPairs> goal) {
    while (!basis.complete()) {
      if (products + options.wanted() >= options.maxProducts()) {
        return Outcome.BUDGET_EXHAUSTED;
      }
      if (basis.full()) {
        restart();
      }
      if (!basis.hasNext()) {
        basis.continueAtRandom();
      }
      Outcome expansion = basis.expand(cancelled);
      products += expansion == Outcome.CANCELLED ? 0 : 1;
      if (expansion != Outcome.CONVERGED) {
        return expansion;
      }
      RitzPairs ritz = basis.ritzPairs();
      listener.product(products, ritz.size() < needed ? 0 : converged(ritz));
      if (ritz.size() >= needed && goal.test(ritz)) {
        return Outcome.CONVERGED;
      }
    }
    return Outcome.CONVERGED;
  }

  /**
   * Sets the good pairs at both ends aside and searches from a new start until, at either end, the
   * next pair has shown itself to be less extreme than the wanted ones.
   */
  private Outcome searchAgain(RitzPairs ritz) {
    pinned = goodEnds(ritz);
    basis.restart(ritz, pinned.indices(ritz.size()));
    basis.continueAtRandom();
    return search(now -> wantedFound(now) && nothingBeyond(now));
  }

  private boolean nothingBeyond(RitzPairs ritz) {
    if (ritz.size() <= pinned.top() + pinned.bottom()) {
      return false;
    }
    boolean settled = true;
    if (options.top() > 0) {
      for (int i = options.top(); i <= pinned.top(); i++) {
        settled &= settled(ritz, i, ritz.value(options.top() - 1) - ritz.value(i));
      }
    }
    if (options.bottom() > 0) {
      for (int i = options.bottom(); i <= pinned.bottom(); i++) {
        int index = ritz.size() - 1 - i;
        double distance = ritz.value(index) - ritz.value(ritz.size() - options.bottom());
        settled &= settled(ritz, index, distance);
      }
    }
    return settled;
  }

  /** Whether a pair has settled on an eigenvalue, and not beyond the wanted ones. */
  private boolean settled(RitzPairs ritz, int index, double distance) {
    double residual = ritz.residual(index);
    double scale = scale(ritz.value(index));
    double fine = options.tolerance() * scale;
    return residual <= Math.max(fine, 0.1 * scale) && (residual <= distance || residual <= fine);
  }

  /** Whether a wanted value moved outwards by more than its tolerance. */
  private boolean changed(RitzPairs before, RitzPairs after) {
    for (int i = 0; i < options.top(); i++) {
      double old = before.value(i);
      if (after.value(i) - old > options.tolerance() * scale(old)) {
        return true;
      }
    }
    for (int i = 0; i < options.bottom(); i++) {
      double old = before.value(before.size() - 1 - i);
      double now = after.value(after.size() - 1 - i);
      if (old - now > options.tolerance() * scale(old)) {
        return true;
      }
    }
    return false;
  }

  /** Fresh residuals, and refinement as long as it helps. */
  private Eigenpairs checked(Outcome searchOutcome) {
    Outcome outcome = searchOutcome;
    int fewest = Integer.MAX_VALUE;
    double best = Double.POSITIVE_INFINITY;
    int patience = PATIENCE;
    while (true) {
      ResidualCheck check = check(basis.ritzPairs(), cancelled);
      try {
        boolean progress = check.failures() < fewest || check.worstRatio() <= best / 2;
        patience = progress ? PATIENCE : patience - 1;
        fewest = Math.min(fewest, check.failures());
        best = Math.min(best, check.worstRatio());
        boolean goOn =
            outcome == Outcome.CONVERGED
                && check.complete()
                && check.failures() > 0
                && patience > 0
                && products + options.wanted() < options.maxProducts();
        if (!goOn || !refine(check.worstResidual())) {
          return check.result(outcome, products);
        }
      } catch (RuntimeException | Error e) {
        check.close();
        throw e;
      }
      check.close();
      safety = REFINEMENT_SAFETY;
      outcome = search(this::wantedFound);
    }
  }

  private boolean refine(Vector residual) {
    if (basis.complete()) {
      return false;
    }
    restart();
    return basis.continueWith(residual.copy(), SAFETY);
  }

  private ResidualCheck check(@Nullable RitzPairs ritz, BooleanSupplier stop) {
    ResidualCheck check = new ResidualCheck(operator, options, basis.norm(), stop);
    if (ritz != null) {
      products += check.run(basis, ritz);
    }
    return check;
  }

  private void restart() {
    RitzPairs ritz = basis.ritzPairs();
    SpectrumEnds kept =
        new SpectrumEnds(
            kept(options.top(), pinned.top()), kept(options.bottom(), pinned.bottom()));
    basis.restart(ritz, kept.indices(ritz.size()));
  }

  /** How many pairs of one end survive a restart: at least one that is still on its way. */
  private int kept(int wanted, int pinnedHere) {
    int extra = (capacity - options.wanted()) / 2 * wanted / options.wanted();
    return wanted == 0 ? 0 : Math.max(pinnedHere + 1, wanted + extra);
  }

  private boolean wantedFound(RitzPairs ritz) {
    return converged(ritz) == options.wanted();
  }

  private int converged(RitzPairs ritz) {
    int count = 0;
    for (int i = 0; i < options.top(); i++) {
      count += good(ritz, i) ? 1 : 0;
    }
    for (int i = 0; i < options.bottom(); i++) {
      count += good(ritz, ritz.size() - 1 - i) ? 1 : 0;
    }
    return count;
  }

  /** The wanted pairs and the good ones that follow them without a gap. */
  private SpectrumEnds goodEnds(RitzPairs ritz) {
    int most = Math.max(0, capacity - options.wanted() - 2) / 4;
    int top = options.top();
    int bottom = options.bottom();
    while (top > 0 && top < options.top() + most && top + bottom < ritz.size() && good(ritz, top)) {
      top++;
    }
    while (bottom > 0
        && bottom < options.bottom() + most
        && top + bottom < ritz.size()
        && good(ritz, ritz.size() - 1 - bottom)) {
      bottom++;
    }
    return new SpectrumEnds(top, bottom);
  }

  private boolean good(RitzPairs ritz, int index) {
    double tolerance = safety * options.tolerance() * scale(ritz.value(index));
    double roundoff = operator.space().precision().unitRoundoff() * basis.norm();
    return ritz.residual(index) <= Math.max(tolerance, roundoff);
  }

  private double scale(double value) {
    return ResidualCheck.scale(value, basis.norm());
  }

  @Override
  public void close() {
    basis.close();
  }
}
