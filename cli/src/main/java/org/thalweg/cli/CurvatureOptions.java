package org.thalweg.cli;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.thalweg.app.request.CurvatureChoice;
import picocli.CommandLine.Option;

/** Which matrix stands for the curvature, and which parts of its spectrum are wanted. */
final class CurvatureOptions {
  @Option(
      names = "--trace",
      description = "Estimate trace and Frobenius norm, with standard errors.")
  private boolean trace;

  @Option(names = "--density", description = "Estimate how all eigenvalues are distributed.")
  private boolean density;

  @Option(
      names = "--full-spectrum",
      description = "Compute every eigenvalue; for at most 5,000 parameters.")
  private boolean fullSpectrum;

  @Option(
      names = "--sampling-error",
      description =
          "Standard errors of eigenvalues and trace over samples: by how much other data of the same"
              + " kind would change them.")
  private boolean samplingError;

  @Option(
      names = "--matrix",
      paramLabel = "NAME",
      defaultValue = "hessian",
      description =
          "hessian, ggn (Gauss-Newton), fisher or empirical-fisher (default: ${DEFAULT-VALUE}).")
  private String matrix = CurvatureChoice.DEFAULT.matrix();

  @Option(
      names = "--block",
      paramLabel = "NAME",
      defaultValue = "all",
      description =
          "Only these parameters: a tensor or layer, * for any characters; or each-layer, which adds"
              + " the block of every layer (default: ${DEFAULT-VALUE}).")
  private String block = CurvatureChoice.ALL;

  @Option(
      names = "--method",
      paramLabel = "lanczos|power",
      defaultValue = "lanczos",
      description =
          "Eigenvalues by Lanczos, or by power iteration with deflation, which finds those of"
              + " largest absolute value (default: ${DEFAULT-VALUE}).")
  private String method = CurvatureChoice.DEFAULT.method();

  @Option(
      names = "--trace-method",
      paramLabel = "NAME",
      defaultValue = "hutch++",
      description = "hutchinson, hutch++ or xtrace (default: ${DEFAULT-VALUE}).")
  private String traceMethod = CurvatureChoice.DEFAULT.traceMethod();

  @Option(
      names = "--probes",
      paramLabel = "N",
      description =
          "Most random vectors for the trace (default: 200); without --trace, those of the density"
              + " (default: 10).")
  private Optional<Integer> probes = Optional.empty();

  @Option(
      names = "--relative-error",
      paramLabel = "X",
      description =
          "The trace is good enough when its 95 %% interval is ± X of it (default: 0.05).")
  private Optional<Double> relativeError = Optional.empty();

  CurvatureChoice choice() {
    return new CurvatureChoice(
        matrix,
        block,
        method,
        trace,
        traceMethod,
        density,
        fullSpectrum,
        samplingError,
        probes.map(OptionalInt::of).orElse(OptionalInt.empty()),
        relativeError.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
  }
}
