package org.thalweg.app.request;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What is measured of a curvature matrix besides the ends of its spectrum, and of which matrix.
 *
 * @param matrix one of {@link #MATRICES}
 * @param block {@code "all"}, a pattern of tensor or layer names, or {@code "each-layer"}: all, and
 *     the block of every layer besides
 * @param method of the eigenvalues, one of {@link #METHODS}
 * @param trace whether trace and Frobenius norm are estimated
 * @param traceMethod one of {@link #TRACE_METHODS}
 * @param density whether the spectral density is estimated
 * @param fullSpectrum whether every eigenvalue is computed
 * @param samplingError whether eigenvalues and trace get standard errors over samples
 * @param probes the most random vectors for the trace; without a trace, those of the density
 * @param relativeError of the trace, half its 95 % interval
 */
public record CurvatureChoice(
    String matrix,
    String block,
    String method,
    boolean trace,
    String traceMethod,
    boolean density,
    boolean fullSpectrum,
    boolean samplingError,
    OptionalInt probes,
    OptionalDouble relativeError) {
  public static final List<String> MATRICES =
      List.of("hessian", "ggn", "fisher", "empirical-fisher");
  public static final List<String> METHODS = List.of("lanczos", "power");
  public static final List<String> TRACE_METHODS = List.of("hutchinson", "hutch++", "xtrace");
  public static final String ALL = "all";
  public static final String EACH_LAYER = "each-layer";

  /** Fewer say nothing about their own spread. */
  private static final int FEWEST_PROBES = 10;

  private static final int MOST_PROBES = 100_000;

  /** The ends of the Hessian's spectrum, nothing else. */
  public static final CurvatureChoice DEFAULT =
      new CurvatureChoice(
          "hessian",
          ALL,
          "lanczos",
          false,
          "hutch++",
          false,
          false,
          false,
          OptionalInt.empty(),
          OptionalDouble.empty());

  public CurvatureChoice {
    oneOf("--matrix", MATRICES, matrix);
    oneOf("--method", METHODS, method);
    oneOf("--trace-method", TRACE_METHODS, traceMethod);
    Checks.require(!block.isBlank(), "--block", "a pattern of names, or each-layer", block);
    Checks.require(
        !(samplingError && fullSpectrum),
        "--sampling-error",
        "no --full-spectrum beside it, which has no eigenvectors",
        "both");
    probes.ifPresent(
        number -> Checks.between("--probes", trace ? FEWEST_PROBES : 1, MOST_PROBES, number));
    relativeError.ifPresent(
        error ->
            Checks.require(
                error > 0 && error < 1,
                "--relative-error",
                "a number greater than 0 and less than 1",
                Double.toString(error)));
  }

  public boolean eachLayer() {
    return block.equals(EACH_LAYER);
  }

  /** Whether there is something to measure when no eigenvalues are wanted. */
  boolean isSomething() {
    return trace || density || fullSpectrum || eachLayer();
  }

  private static void oneOf(String option, List<String> known, String found) {
    Checks.require(known.contains(found), option, "one of " + String.join(", ", known), found);
  }
}
