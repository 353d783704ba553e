package org.thalweg.app.request;

/**
 * The spectrum of the Hessian, or of a matrix like it, at a model: eigenvalues at its ends and what
 * else is asked for.
 *
 * @param scope which model, over which samples, how, and where the results go
 * @param top how many of the largest, algebraically
 * @param bottom how many of the smallest, algebraically
 * @param tolerance relative residual ‖Hv − λv‖ / |λ| at which an eigenpair counts as converged
 * @param iterations most products for the eigenvalues before giving up; what is known then is
 *     reported
 * @param curvature which matrix, and which other parts
 */
public record HessianRequest(
    ProbeScope scope,
    int top,
    int bottom,
    double tolerance,
    int iterations,
    CurvatureChoice curvature)
    implements ProbeRequest {
  public static final int DEFAULT_TOP = 5;
  public static final int DEFAULT_BOTTOM = 2;
  public static final double DEFAULT_TOLERANCE = 1e-3;
  public static final int DEFAULT_ITERATIONS = 1000;

  public HessianRequest {
    Checks.atLeast("--top", 0, top);
    Checks.atLeast("--bottom", 0, bottom);
    Checks.require(
        top > 0 || bottom > 0 || curvature.isSomething(),
        "--top and --bottom",
        "at least one of them above 0, or --trace, --density, --full-spectrum or --block each-layer",
        "0 and 0");
    Checks.require(
        tolerance > 0 && tolerance < 1,
        "--tolerance",
        "a number greater than 0 and less than 1",
        Double.toString(tolerance));
    Checks.require(
        iterations >= 2L * top + 2L * bottom,
        "--iterations",
        "a whole number of at least twice --top plus --bottom",
        Integer.toString(iterations));
  }

  /** Eigenvalues of the Hessian only. */
  public HessianRequest(ProbeScope scope, int top, int bottom, double tolerance, int iterations) {
    this(scope, top, bottom, tolerance, iterations, CurvatureChoice.DEFAULT);
  }

  /** The five largest and two smallest eigenvalues, with every default. */
  public static HessianRequest of(ProbeScope scope) {
    return new HessianRequest(
        scope, DEFAULT_TOP, DEFAULT_BOTTOM, DEFAULT_TOLERANCE, DEFAULT_ITERATIONS);
  }
}
