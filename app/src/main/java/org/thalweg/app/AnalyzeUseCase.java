package org.thalweg.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.app.request.AnalyzeRequest;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.linalg.Vector;
import org.thalweg.result.Outcome;
import org.thalweg.torch.objective.NetworkObjective;

/**
 * Every probe that applies to a model, over one opened objective, and one report. What the folder
 * already holds is taken from there, so that an interrupted analysis goes on where it stopped.
 *
 * <p>With a budget, a step is begun only if it is expected to end within it, judged by how long a
 * gradient takes here; what is left out is said. Two gradients are spent on that.
 */
public final class AnalyzeUseCase {
  /** Runs the probes one after another; a cancellation ends it, and no report is written. */
  public Analysis run(
      AnalyzeRequest request, ProgressListener progress, Cancellation cancellation) {
    AnalysisPlan plan = new AnalysisPlan(request);
    Opening opening = new Opening(request.scope(), plan.eigenvalues(), true);
    long start = System.nanoTime();
    try (ProbeSession session = ProbeSession.open(opening, progress, cancellation)) {
      List<Measured> measured = new ArrayList<>();
      List<Analysis.LeftOut> leftOut = new ArrayList<>();
      double secondsEach = request.budget().isPresent() ? secondsOfGradient(session) : 0;
      for (AnalysisStep step : plan.steps(session)) {
        if (isCancelled(measured)) {
          break;
        }
        double spent = (System.nanoTime() - start) / 1e9;
        double expected = step.gradients() * secondsEach;
        if (spent + expected > request.budget().orElse(Double.POSITIVE_INFINITY)) {
          leftOut.add(new Analysis.LeftOut(step.name(), expected));
        } else {
          measured.addAll(step.work().apply(session));
        }
      }
      return new Analysis(
          session.run().path(),
          measured,
          leftOut,
          isCancelled(measured)
              ? Optional.empty()
              : Optional.of(ReportFiles.write(session.run().folder())));
    }
  }

  private static boolean isCancelled(List<Measured> measured) {
    return !measured.isEmpty()
        && measured.get(measured.size() - 1).result().outcome() == Outcome.CANCELLED;
  }

  /** Of the second one: the first has to find its memory. */
  private static double secondsOfGradient(ProbeSession session) {
    NetworkObjective objective = session.objective();
    try (Vector theta = objective.parameters();
        Vector gradient = objective.space().zeros()) {
      objective.gradient(theta, gradient);
      long start = System.nanoTime();
      objective.gradient(theta, gradient);
      return (System.nanoTime() - start) / 1e9;
    }
  }
}
