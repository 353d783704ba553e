package org.thalweg.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.thalweg.app.request.TrajectoryRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The path of a training. */
@Command(
    name = "trajectory",
    description =
        "Follow a training through its snapshots: principal components, loss on their plane,"
            + " curvature along the path. The run must have been trained with --snapshots.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  thalweg trajectory runs/first --samples 1000",
      "  thalweg trajectory runs/first --points 51 --no-curvature",
      "  thalweg trajectory runs/first --components 10 --every 5"
    })
final class TrajectoryCommand implements Callable<Integer> {
  @Option(
      names = "--components",
      paramLabel = "K",
      defaultValue = "5",
      description = "Principal components to give coordinates for (default: ${DEFAULT-VALUE}).")
  private int components = TrajectoryRequest.DEFAULT_COMPONENTS;

  @Option(
      names = "--points",
      paramLabel = "N",
      defaultValue = "25",
      description = "Points along each side of the plane (default: ${DEFAULT-VALUE}).")
  private int points = TrajectoryRequest.DEFAULT_POINTS;

  @Option(
      names = "--curvature",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Measure curvature along the path (default) or leave it out.")
  private boolean curvature = true;

  @Option(
      names = "--every",
      paramLabel = "K",
      description = "Curvature at every K-th snapshot (default: at most 25 of them).")
  private Optional<Integer> every = Optional.empty();

  @Mixin private final ScopeOptions scope = new ScopeOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  private final Session session;

  TrajectoryCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    TrajectoryRequest request =
        new TrajectoryRequest(
            scope.scope(), components, points, curvature, SamplingOptions.optional(every));
    return session.run(
        output,
        (useCases, progress, cancellation) -> useCases.trajectory(request, progress, cancellation));
  }
}
