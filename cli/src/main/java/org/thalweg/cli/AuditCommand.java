package org.thalweg.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.thalweg.app.request.AuditRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which measures notice rescaled weights. */
@Command(
    name = "audit",
    description = {
      "Rescale the weights without changing the function and see which measures notice.",
      "For networks with --activation relu. Always computes in float64."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  thalweg audit runs/first --samples 1000",
      "  thalweg audit runs/first --factor 10 --spread 0 --measure ball,adaptive-worst-l2"
    })
final class AuditCommand implements Callable<Integer> {
  @Option(
      names = "--factor",
      paramLabel = "C",
      split = ",",
      defaultValue = "2,10",
      description =
          "The first hidden layer times C, the next divided by C (default: ${DEFAULT-VALUE}).")
  private List<Double> factors = AuditRequest.DEFAULT_FACTORS;

  @Option(
      names = "--spread",
      paramLabel = "S",
      defaultValue = "1",
      description =
          "Every unit times exp(S z), z normal; 0 to leave this out (default: ${DEFAULT-VALUE}).")
  private double spread = AuditRequest.DEFAULT_SPREAD;

  @Option(
      names = "--directions",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "Random directions for the trace and the curvature of slices (default:"
              + " ${DEFAULT-VALUE}).")
  private int directions = AuditRequest.DEFAULT_DIRECTIONS;

  @Option(
      names = "--measure",
      paramLabel = "NAME",
      split = ",",
      description = "Measures of sharpness to include (default: the usual ones).")
  private List<String> measures = List.of();

  @Mixin private final ScopeOptions scope = new ScopeOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  private final Session session;

  AuditCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    AuditRequest request = new AuditRequest(scope.scope(), factors, spread, directions, measures);
    return session.run(
        output,
        (useCases, progress, cancellation) -> useCases.audit(request, progress, cancellation));
  }
}
