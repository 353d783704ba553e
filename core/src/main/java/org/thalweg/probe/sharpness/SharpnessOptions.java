package org.thalweg.probe.sharpness;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * What measures are made with.
 *
 * @param radius for all of them, each in its own unit; NaN for the default of each
 * @param draws random perturbations of a sampled measure
 * @param iterations gradient steps of an ascent, from each start
 * @param restarts random starts of an ascent, besides the one along the gradient
 * @param tolerance an ascent stops where a linear model of the loss gains at most this fraction of
 *     what has been gained
 * @param subspace dimensions of a random subspace
 * @param temperature T of an entropy, in units of the loss
 * @param chains how Langevin chains are run
 * @param batch samples of a mini-batch, for the mean over mini-batches; 0 for the whole data
 * @param seed of all draws
 */
public record SharpnessOptions(
    double radius,
    int draws,
    int iterations,
    int restarts,
    double tolerance,
    int subspace,
    double temperature,
    LangevinOptions chains,
    int batch,
    long seed) {
  public SharpnessOptions {
    boolean usual = Double.isNaN(radius);
    require(usual || (radius >= 0 && Double.isFinite(radius)), "a radius of at least 0", radius);
    require(draws >= 1, "at least 1 draw", draws);
    require(iterations >= 1, "at least 1 iteration", iterations);
    require(restarts >= 1, "at least 1 random start", restarts);
    require(tolerance >= 0, "a tolerance of at least 0", tolerance);
    require(subspace >= 1, "a subspace of at least 1 dimension", subspace);
    requirePositive("temperature", temperature);
    require(batch >= 0, "mini-batches of at least 1 sample, or 0 for none", batch);
  }

  /**
   * The radius of each measure, 20 draws (as in R1), 20 iterations, 2 random starts, a temperature
   * of 0.001.
   */
  public static SharpnessOptions defaults() {
    return new SharpnessOptions(
        Double.NaN, 20, 20, 2, 1e-3, 100, 1e-3, LangevinOptions.defaults(), 0, 0);
  }

  public SharpnessOptions withRadius(double size) {
    return new SharpnessOptions(
        size, draws, iterations, restarts, tolerance, subspace, temperature, chains, batch, seed);
  }

  public SharpnessOptions withDraws(int number) {
    return new SharpnessOptions(
        radius,
        number,
        iterations,
        restarts,
        tolerance,
        subspace,
        temperature,
        chains,
        batch,
        seed);
  }

  public SharpnessOptions withIterations(int number) {
    return new SharpnessOptions(
        radius, draws, number, restarts, tolerance, subspace, temperature, chains, batch, seed);
  }

  public SharpnessOptions withRestarts(int number) {
    return new SharpnessOptions(
        radius, draws, iterations, number, tolerance, subspace, temperature, chains, batch, seed);
  }

  public SharpnessOptions withTolerance(double fraction) {
    return new SharpnessOptions(
        radius, draws, iterations, restarts, fraction, subspace, temperature, chains, batch, seed);
  }

  public SharpnessOptions withSubspace(int dimensions) {
    return new SharpnessOptions(
        radius,
        draws,
        iterations,
        restarts,
        tolerance,
        dimensions,
        temperature,
        chains,
        batch,
        seed);
  }

  public SharpnessOptions withTemperature(double value) {
    return new SharpnessOptions(
        radius, draws, iterations, restarts, tolerance, subspace, value, chains, batch, seed);
  }

  public SharpnessOptions withChains(LangevinOptions other) {
    return new SharpnessOptions(
        radius, draws, iterations, restarts, tolerance, subspace, temperature, other, batch, seed);
  }

  public SharpnessOptions withBatch(int samples) {
    return new SharpnessOptions(
        radius,
        draws,
        iterations,
        restarts,
        tolerance,
        subspace,
        temperature,
        chains,
        samples,
        seed);
  }

  public SharpnessOptions withSeed(long number) {
    return new SharpnessOptions(
        radius,
        draws,
        iterations,
        restarts,
        tolerance,
        subspace,
        temperature,
        chains,
        batch,
        number);
  }

  /** The radius asked for, or else this one. */
  double radiusOr(double usual) {
    return Double.isNaN(radius) ? usual : radius;
  }

  static void requirePositive(String what, double found) {
    require(found > 0 && Double.isFinite(found), "a " + what + " above 0", found);
  }

  private static void require(boolean sound, String expected, double found) {
    if (!sound) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected(expected)
          .found(Double.toString(found))
          .next("correct this option of the sharpness measures");
    }
  }
}
