package org.thalweg.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.thalweg.app.request.ModelReference;
import org.thalweg.app.request.TrajectoryRequest;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.LocalEvaluator;
import org.thalweg.execution.ProgressListener;
import org.thalweg.probe.trajectory.CurvatureOptions;
import org.thalweg.probe.trajectory.StabilityThresholds;
import org.thalweg.probe.trajectory.TrajectoryOptions;
import org.thalweg.probe.trajectory.TrajectoryProbe;
import org.thalweg.provenance.Provenance;
import org.thalweg.result.StabilityThreshold;
import org.thalweg.store.RunFolder;
import org.thalweg.store.RunReference;
import org.thalweg.torch.training.OptimizerSpecification;

/**
 * The path of a training through its snapshots; points of the plane are resumable, curvature is
 * not.
 */
public final class TrajectoryUseCase {
  /** Measures, stores the result and writes the report again. */
  public Measured run(
      TrajectoryRequest request, ProgressListener progress, Cancellation cancellation) {
    RunSnapshots.require(folder(request.scope().model()));
    Opening opening = new Opening(request.scope(), request.curvature() ? 1 : 0, false);
    try (ProbeSession session = ProbeSession.open(opening, progress, cancellation)) {
      return ReportFiles.after(measure(session, request), session.run().folder());
    }
  }

  private static RunFolder folder(ModelReference reference) {
    RunReference asked = RunReference.parse(reference.text());
    if (reference.file().isPresent() || asked.moment().isPresent()) {
      throw ThalwegException.of(ErrorCode.NOT_APPLICABLE)
          .expected("the run folder of a training, which holds all its snapshots")
          .found("'%s', a single network".formatted(reference.text()))
          .next("give the run folder that 'thalweg train … --snapshots' wrote");
    }
    return RunFolder.open(asked.run());
  }

  static Measured measure(ProbeSession session, TrajectoryRequest request) {
    RunFolder home = RunFolder.open(session.model().home());
    RunSnapshots snapshots = new RunSnapshots(home, session.objective().layout());
    TrajectoryOptions options =
        TrajectoryOptions.defaults()
            .withComponents(request.components())
            .withPoints(request.points());
    Map<String, Object> specific = new LinkedHashMap<>();
    specific.put("snapshots", snapshots.steps());
    specific.put("decomposition", options.decomposition().text());
    specific.put("components", options.components());
    specific.put("points", options.points());
    specific.put("margin", options.margin());
    Optional<CurvatureOptions> curvature = Optional.empty();
    if (request.curvature()) {
      CurvatureOptions chosen =
          CurvatureOptions.of(threshold(optimizer(home), specific))
              .withEvery(request.spacing(snapshots.count()))
              .withSeed(session.seed());
      specific.put("every", chosen.every());
      specific.put("radius", chosen.radius());
      specific.put("tolerance", chosen.tolerance());
      specific.put("randomDirections", chosen.randomDirections());
      curvature = Optional.of(chosen);
    } else {
      specific.put("every", "no curvature");
    }
    Provenance provenance =
        session.provenance("trajectory", specific, Map.of("curvature", session.seed()));
    TrajectoryProbe probe = new TrajectoryProbe(options, curvature);
    return ResumableGrid.run(
        session,
        provenance,
        ledger ->
            probe.run(
                session.objective(), snapshots, new LocalEvaluator(), ledger, session.options()));
  }

  private static OptimizerSpecification optimizer(RunFolder run) {
    Provenance training = run.training().orElseThrow().provenance();
    return TrainingRecipe.read(training.specification(), 1).training().optimizer();
  }

  private static StabilityThreshold threshold(
      OptimizerSpecification optimizer, Map<String, Object> specific) {
    specific.put("optimizer", optimizer.kind().text());
    specific.put("learningRate", optimizer.learningRate());
    specific.put("momentum", optimizer.momentum());
    specific.put("trainingWeightDecay", optimizer.weightDecay());
    double rate = optimizer.learningRate();
    double decay = optimizer.weightDecay();
    return switch (optimizer.kind()) {
      case SGD -> StabilityThresholds.gradientDescent(rate, decay);
      case MOMENTUM -> StabilityThresholds.momentum(rate, optimizer.momentum(), decay);
      case NESTEROV -> StabilityThresholds.nesterov(rate, optimizer.momentum(), decay);
      case ADAM, ADAMW -> StabilityThresholds.adaptive();
    };
  }
}
