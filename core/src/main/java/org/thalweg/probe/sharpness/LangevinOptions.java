package org.thalweg.probe.sharpness;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * How chains of stochastic gradient Langevin dynamics are run.
 *
 * @param chains independent chains, all from θ
 * @param burnIn steps of each that are thrown away
 * @param steps of each that count
 * @param stepSize ε; NaN: a fifth of the inverse of the largest curvature of the density, for which
 *     the largest eigenvalue of the Hessian is computed
 * @param localisation γ of the factor exp(−(γ/2)‖w − θ‖²)
 * @param batch samples of a mini-batch; 0 for the whole data
 */
public record LangevinOptions(
    int chains, int burnIn, int steps, double stepSize, double localisation, int batch) {
  public LangevinOptions {
    require(chains >= 1, "at least 1 chain", chains);
    require(burnIn >= 0, "0 or more steps of burn-in", burnIn);
    require(steps >= 2, "at least 2 steps", steps);
    require(
        Double.isNaN(stepSize) || (stepSize > 0 && Double.isFinite(stepSize)),
        "a step size above 0",
        stepSize);
    require(
        localisation >= 0 && Double.isFinite(localisation),
        "a localisation γ of at least 0",
        localisation);
    require(batch >= 0, "mini-batches of at least 1 sample, or 0 for none", batch);
  }

  /** 4 chains of 200 + 200 steps with mini-batches of 64, γ = 1. */
  public static LangevinOptions defaults() {
    return new LangevinOptions(4, 200, 200, Double.NaN, 1, 64);
  }

  public LangevinOptions withChains(int number) {
    return new LangevinOptions(number, burnIn, steps, stepSize, localisation, batch);
  }

  /** With so many steps that count, after so many that do not. */
  public LangevinOptions withSteps(int before, int counted) {
    return new LangevinOptions(chains, before, counted, stepSize, localisation, batch);
  }

  public LangevinOptions withStepSize(double size) {
    return new LangevinOptions(chains, burnIn, steps, size, localisation, batch);
  }

  public LangevinOptions withLocalisation(double gamma) {
    return new LangevinOptions(chains, burnIn, steps, stepSize, gamma, batch);
  }

  public LangevinOptions withBatch(int samples) {
    return new LangevinOptions(chains, burnIn, steps, stepSize, localisation, samples);
  }

  private static void require(boolean sound, String expected, double found) {
    if (!sound) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected(expected)
          .found(Double.toString(found))
          .next("correct this option of the Langevin chains");
    }
  }
}
