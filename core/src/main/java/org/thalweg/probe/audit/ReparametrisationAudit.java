package org.thalweg.probe.audit;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Objective;
import org.thalweg.result.AuditResult;
import org.thalweg.result.AuditRow;
import org.thalweg.result.Cost;
import org.thalweg.result.Outcome;
import org.thalweg.symmetry.NetworkSymmetries;
import org.thalweg.symmetry.Rescaling;

/**
 * Rescales a network without changing its function and looks which measures notice (Dinh, Pascanu,
 * Bengio, Bengio 2017): each measure at θ and at every rescaled θ, with the same random numbers.
 *
 * <p>A value counts as moved if it changed by more than 3√(u² + u′²), u and u′ the uncertainties of
 * the two computations (a residual; not random draws, which are the same), plus rounding: a share
 * of the larger value of 10⁵ units of rounding of the precision, at least 10⁻⁶. In float32 that is
 * 0.6 %, so an audit belongs in float64. Costs every measure once at θ and once for each rescaling.
 *
 * <p><b>When it misleads.</b> A measure that stays is invariant under these rescalings at this
 * point, not under every change of parameters; one that moves is not thereby useless, since
 * training does not reach all parameterisations of a function alike.
 *
 * @param rescalings what is done to θ
 * @param measures what is looked at
 */
public record ReparametrisationAudit(List<Rescaling> rescalings, List<AuditedMeasure> measures) {
  private static final String ACTIVITY = "audit";
  private static final double ROUNDING_UNITS = 1e5;
  private static final double LEAST_ROUNDING = 1e-6;
  private static final double UNCERTAINTIES = 3;

  public ReparametrisationAudit {
    rescalings = List.copyOf(rescalings);
    measures = List.copyOf(measures);
  }

  /** Audits at the point under study. Progress counts readings. */
  public AuditResult measure(
      Objective objective, NetworkSymmetries symmetries, ExecutionOptions options) {
    Cost before = objective.cost();
    long start = System.nanoTime();
    List<AuditRow> rows = new ArrayList<>();
    List<Vector> points = new ArrayList<>();
    try {
      points(objective, symmetries, points);
      int done = 0;
      for (AuditedMeasure measure : measures) {
        List<Attempt> attempts = new ArrayList<>();
        for (Vector point : points) {
          if (options.cancellation().requested()) {
            break;
          }
          attempts.add(attempt(measure, objective, point, options));
          done++;
          options.listener().progress(ACTIVITY, done, (long) measures.size() * points.size());
        }
        if (options.cancellation().requested()) {
          break;
        }
        rows.addAll(rows(measure, attempts, objective));
      }
    } finally {
      points.forEach(Vector::close);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Cost cost = objective.cost().minus(before).plus(new Cost(0, 0, 0, seconds));
    return new AuditResult(rows, outcome(rows), cost);
  }

  /** θ, then every rescaled θ. */
  private void points(Objective objective, NetworkSymmetries symmetries, List<Vector> points) {
    Vector theta = objective.parameters();
    points.add(theta);
    double[] values = theta.toArray();
    for (Rescaling rescaling : rescalings) {
      points.add(objective.space().of(symmetries.rescale(values, rescaling.factors())));
    }
  }

  private static Attempt attempt(
      AuditedMeasure measure, Objective objective, Vector theta, ExecutionOptions options) {
    try {
      return new Attempt(measure.read(objective, theta, options), "");
    } catch (ThalwegException e) {
      if (e.code() == ErrorCode.NOT_APPLICABLE) {
        String reason = "needs " + e.expected() + ", found " + e.found();
        return new Attempt(Reading.exact(Double.NaN), reason);
      }
      if (e.code() == ErrorCode.CANCELLED) {
        return new Attempt(Reading.exact(Double.NaN), "cancelled");
      }
      throw e;
    }
  }

  private List<AuditRow> rows(AuditedMeasure measure, List<Attempt> attempts, Objective objective) {
    List<AuditRow> rows = new ArrayList<>();
    Attempt before = attempts.get(0);
    for (int r = 0; r < rescalings.size(); r++) {
      Attempt after = attempts.get(r + 1);
      rows.add(
          new AuditRow(
              measure.name(),
              measure.invariance(),
              rescalings.get(r).name(),
              rescalings.get(r).unitwise(),
              before.reading().value(),
              after.reading().value(),
              tolerance(before.reading(), after.reading(), objective),
              before.reason().isEmpty() ? after.reason() : before.reason()));
    }
    return rows;
  }

  private static double tolerance(Reading before, Reading after, Objective objective) {
    double unit = objective.space().precision().unitRoundoff();
    double share = Math.max(LEAST_ROUNDING, ROUNDING_UNITS * unit);
    double larger = Math.max(Math.abs(before.value()), Math.abs(after.value()));
    return UNCERTAINTIES * before.uncertaintyOfChange(after) + share * larger;
  }

  private Outcome outcome(List<AuditRow> rows) {
    if (rows.size() < rescalings.size() * measures.size()) {
      return Outcome.CANCELLED;
    }
    boolean broken =
        rows.stream()
            .filter(row -> row.reason().isEmpty())
            .anyMatch(row -> !Double.isFinite(row.before()) || !Double.isFinite(row.after()));
    return broken ? Outcome.NON_FINITE : Outcome.CONVERGED;
  }

  /** A reading, or why there is none. */
  private record Attempt(Reading reading, String reason) {}
}
