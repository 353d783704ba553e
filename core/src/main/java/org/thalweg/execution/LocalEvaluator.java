package org.thalweg.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.objective.Evaluation;
import org.thalweg.objective.Objective;
import org.thalweg.objective.Restriction;
import org.thalweg.result.Cost;

/**
 * Evaluates points with threads of this process.
 *
 * <p>Workers, the calling thread among them, take small pieces of several points from a shared
 * counter, so that a slow worker holds nobody up; each piece is one call of {@link
 * Restriction#evaluate} and is recorded before the next is taken. Each worker has a replica of the
 * objective, made and closed on its own thread. A request to stop, or an interruption of the
 * caller, is seen between two pieces.
 */
public final class LocalEvaluator implements PointEvaluator {
  private final int largestPiece;

  /** With pieces as large as the objective {@linkplain Restriction#together asks for}. */
  public LocalEvaluator() {
    this(Integer.MAX_VALUE);
  }

  /**
   * With smaller pieces.
   *
   * @param largestPiece points evaluated in one call, at most; fewer when there are few points or
   *     the objective asks for fewer
   */
  public LocalEvaluator(int largestPiece) {
    if (largestPiece < 1) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("pieces of at least 1 point")
          .found(largestPiece + " points")
          .next("give a positive number of points");
    }
    this.largestPiece = largestPiece;
  }

  @Override
  public PointEvaluations evaluate(
      Objective objective, PointPlan plan, PointLedger ledger, ExecutionOptions options) {
    long start = System.nanoTime();
    Cost before = objective.cost();
    int total = plan.coefficients().size();
    @Nullable Evaluation[] known = new Evaluation[total];
    for (int i = 0; i < total; i++) {
      known[i] = ledger.find(i).orElse(null);
    }
    int[] pending = IntStream.range(0, total).filter(i -> known[i] == null).toArray();

    new LocalRun(objective, plan, ledger, options, known, pending, piece(pending.length, options))
        .run();

    List<Optional<Evaluation>> evaluations = new ArrayList<>(total);
    for (Evaluation evaluation : known) {
      evaluations.add(Optional.ofNullable(evaluation));
    }
    Cost spent = objective.cost().minus(before);
    double seconds = (System.nanoTime() - start) * 1e-9;
    return PointEvaluations.of(
        evaluations,
        total - pending.length,
        new Cost(spent.forward(), spent.gradient(), spent.hessianProducts(), seconds));
  }

  /** Every worker gets several pieces, so that all finish at about the same time. */
  private int piece(int points, ExecutionOptions options) {
    int fair = points / (4 * options.workers());
    return Math.max(1, Math.min(largestPiece, fair));
  }
}
