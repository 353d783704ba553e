package org.thalweg.cli;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
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
      "  thalweg surface runs/first --plane eigen:1,2 --points 51 --range -0.5:0.5",
      "  thalweg surface runs/first --plane through:runs/second,runs/third --adaptive 0.01",
      "  thalweg surface runs/first --basins --convexity 11"
    })
final class SurfaceCommand implements Callable<Integer> {
  @Option(
      names = "--plane",
      paramLabel = "NAME",
      defaultValue = "random",
      description =
          "random, eigen:I,J (I-th and J-th largest eigenvalue; -1: smallest), pca:I,J (principal"
              + " components of the snapshots that 'train --snapshots' kept), two directions such as"
              + " gradient,random or eigen:1,to:MODEL, or through:MODEL,MODEL (default:"
              + " ${DEFAULT-VALUE}).")
  private String plane = "random";

  @Option(
      names = "--points",
      paramLabel = "N",
      defaultValue = "31",
      description = "Points along each side (default: ${DEFAULT-VALUE}).")
  private int points = SurfaceRequest.DEFAULT_POINTS;

  @Option(
      names = "--basins",
      description = "Find the basins of the surface, their passes and persistence.")
  private boolean basins;

  @Option(
      names = "--adaptive",
      paramLabel = "SHARE",
      description =
          "Compute only where interpolation is wrong by more than this share of the range of the"
              + " losses, e.g. 0.01.")
  private Optional<Double> adaptive = Optional.empty();

  @Option(
      names = "--convexity",
      paramLabel = "N",
      arity = "0..1",
      fallbackValue = "11",
      description =
          "Also map |λ_min/λ_max| of the Hessian at N × N points of the plane (N: ${FALLBACK-VALUE})."
              + " Expensive: an eigenvalue search at every point.")
  private Optional<Integer> convexity = Optional.empty();

  @Option(
      names = "--oblique",
      description = "Through three models: keep their differences as directions, at an angle.")
  private boolean oblique;

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
            scope.scope(),
            PlaneChoice.parse(plane),
            line.scaling(),
            line.range(),
            points,
            new SurfaceRequest.Reading(
                convexity.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                adaptive.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
                basins,
                oblique));
    return session.run(
        output,
        (useCases, progress, cancellation) -> useCases.surface(request, progress, cancellation));
  }
}
