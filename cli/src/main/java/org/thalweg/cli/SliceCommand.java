package org.thalweg.cli;

import java.util.concurrent.Callable;
import org.thalweg.app.request.AxisRange;
import org.thalweg.app.request.DirectionChoice;
import org.thalweg.app.request.SliceRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Loss and accuracy along a line. */
@Command(
    name = "slice",
    description = "Measure loss and accuracy along a line through a model.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  thalweg slice runs/first --direction gradient --range -0.5:0.5",
      "  thalweg slice runs/first --direction eigen:1 --samples 1000 --json",
      "  thalweg slice runs/first --directions 20"
    })
final class SliceCommand implements Callable<Integer> {
  @Option(
      names = "--direction",
      paramLabel = "NAME",
      defaultValue = "random",
      description =
          "random, gradient, eigen:K (K-th largest eigenvalue; -1: smallest), pca:K (K-th principal"
              + " component of the snapshots that 'train --snapshots' kept), or to:MODEL (α = 1 is"
              + " that model) (default: ${DEFAULT-VALUE}).")
  private String direction = "random";

  @Option(
      names = "--directions",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Random directions; above 1: their mean, its error and a band (default: ${DEFAULT-VALUE}).")
  private int directions = 1;

  @Option(
      names = "--points",
      paramLabel = "N",
      defaultValue = "51",
      description = "Step lengths to measure (default: ${DEFAULT-VALUE}).")
  private int points = SliceRequest.DEFAULT_POINTS;

  @Mixin private final LineOptions line = new LineOptions();
  @Mixin private final ScopeOptions scope = new ScopeOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  private final Session session;

  SliceCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    SliceRequest request =
        new SliceRequest(
            scope.scope(),
            DirectionChoice.parse(direction),
            line.scaling(),
            line.range().orElse(AxisRange.DEFAULT),
            points,
            directions);
    return session.run(
        output,
        (useCases, progress, cancellation) -> useCases.slice(request, progress, cancellation));
  }
}
