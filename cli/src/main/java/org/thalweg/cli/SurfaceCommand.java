package org.thalweg.cli;

import java.util.concurrent.Callable;
import org.thalweg.app.request.PlaneChoice;
import org.thalweg.app.request.SurfaceRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Loss and accuracy on a plane. */
@Command(
    name = "surface",
    description = "Measure loss and accuracy on a plane through a model.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  thalweg surface runs/first --samples 1000",
      "  thalweg surface runs/first --plane eigen:1,2 --points 51 --range -0.5:0.5"
    })
final class SurfaceCommand implements Callable<Integer> {
  @Option(
      names = "--plane",
      paramLabel = "NAME",
      defaultValue = "random",
      description =
          "random, or eigen:I,J (I-th and J-th largest eigenvalue; -1: smallest) (default: ${DEFAULT-VALUE}).")
  private String plane = "random";

  @Option(
      names = "--points",
      paramLabel = "N",
      defaultValue = "31",
      description = "Points along each side (default: ${DEFAULT-VALUE}).")
  private int points = SurfaceRequest.DEFAULT_POINTS;

  @Mixin private final LineOptions line = new LineOptions();
  @Mixin private final ScopeOptions scope = new ScopeOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  private final Session session;

  SurfaceCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    SurfaceRequest request =
        new SurfaceRequest(
            scope.scope(), PlaneChoice.parse(plane), line.normalization(), line.range(), points);
    return session.run(
        output,
        (useCases, progress, cancellation) -> useCases.surface(request, progress, cancellation));
  }
}
