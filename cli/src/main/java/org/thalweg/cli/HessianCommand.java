package org.thalweg.cli;

import java.util.concurrent.Callable;
import org.thalweg.app.request.HessianRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The spectrum of the Hessian and its relatives. */
@Command(
    name = "hessian",
    description = "Measure the spectrum of the Hessian: ends, trace, density, layers.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  thalweg hessian runs/first --top 5 --bottom 2",
      "  thalweg hessian runs/first --trace --density --samples 1000",
      "  thalweg hessian runs/first --matrix ggn --block each-layer",
      "  thalweg hessian runs/first@3 --tolerance 1e-6 --precision float64",
      "  thalweg hessian weights.safetensors --net cnn:16,16 --data mnist"
    })
final class HessianCommand implements Callable<Integer> {
  @Option(
      names = "--top",
      paramLabel = "K",
      defaultValue = "5",
      description = "How many of the largest (default: ${DEFAULT-VALUE}).")
  private int top = HessianRequest.DEFAULT_TOP;

  @Option(
      names = "--bottom",
      paramLabel = "K",
      defaultValue = "2",
      description = "How many of the smallest (default: ${DEFAULT-VALUE}).")
  private int bottom = HessianRequest.DEFAULT_BOTTOM;

  @Option(
      names = "--tolerance",
      paramLabel = "X",
      defaultValue = "1e-3",
      description = "Relative residual of a converged eigenpair (default: ${DEFAULT-VALUE}).")
  private double tolerance = HessianRequest.DEFAULT_TOLERANCE;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Most products for the eigenvalues (default: ${DEFAULT-VALUE}).")
  private int iterations = HessianRequest.DEFAULT_ITERATIONS;

  @Mixin private final CurvatureOptions curvature = new CurvatureOptions();
  @Mixin private final ScopeOptions scope = new ScopeOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  private final Session session;

  HessianCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    HessianRequest request =
        new HessianRequest(scope.scope(), top, bottom, tolerance, iterations, curvature.choice());
    return session.run(
        output,
        (useCases, progress, cancellation) -> useCases.hessian(request, progress, cancellation));
  }
}
