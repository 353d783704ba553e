package org.thalweg.cli;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.thalweg.app.request.AlignmentChoice;
import org.thalweg.app.request.ConnectRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A path between two networks. */
@Command(
    name = "connect",
    description = "Measure loss and accuracy along a path from one model to another.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  thalweg connect runs/first runs/second",
      "  thalweg connect runs/first runs/second --curve bezier --epochs 20 --plane",
      "  thalweg connect runs/first runs/second --curve elastic-band --bends 9 --samples 1000"
    })
final class ConnectCommand implements Callable<Integer> {
  @Parameters(
      index = "1",
      paramLabel = "MODEL",
      description = "The model at the other end, of the same architecture and on the same data.")
  private String other = "";

  @Mixin private final CurveOptions curve = new CurveOptions();

  @Option(
      names = "--align",
      paramLabel = "none|permutation",
      defaultValue = "none",
      description =
          "permutation: reorder the hidden units of the second model to match the first (default:"
              + " ${DEFAULT-VALUE}).")
  private AlignmentChoice alignment = AlignmentChoice.NONE;

  @Option(
      names = "--points",
      paramLabel = "N",
      defaultValue = "25",
      description = "Points along the path, both ends included (default: ${DEFAULT-VALUE}).")
  private int points = ConnectRequest.DEFAULT_POINTS;

  @Option(
      names = "--plane",
      description = "Also measure the plane through both models and a bend of the path.")
  private boolean plane;

  @Option(
      names = "--plane-points",
      paramLabel = "N",
      description = "Points along each side of the plane (default: 21).")
  private Optional<Integer> planePoints = Optional.empty();

  @Mixin private final ScopeOptions scope = new ScopeOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  private final Session session;

  ConnectCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    OptionalInt side =
        plane || planePoints.isPresent()
            ? OptionalInt.of(planePoints.orElse(ConnectRequest.DEFAULT_PLANE_POINTS))
            : OptionalInt.empty();
    ConnectRequest request =
        new ConnectRequest(
            scope.scope(), scope.other(other), curve.curve(), alignment, points, side);
    return session.run(
        output,
        (useCases, progress, cancellation) -> useCases.connect(request, progress, cancellation));
  }
}
