package org.thalweg.app.request;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import org.thalweg.probe.sharpness.LangevinOptions;
import org.thalweg.probe.sharpness.SharpnessMeasures;
import org.thalweg.probe.sharpness.SharpnessOptions;

/**
 * Measures of sharpness and flatness at a model.
 *
 * @param scope which model, over which samples, how, and where the results go
 * @param measures their names, each once
 * @param radius of all of them, each in its own unit; empty: the usual one of each
 * @param effort how hard to look
 * @param density how the density of the parameters around the model is explored
 */
public record SharpnessRequest(
    ProbeScope scope,
    List<String> measures,
    OptionalDouble radius,
    Effort effort,
    LocalDensity density)
    implements ProbeRequest {
  public SharpnessRequest {
    Checks.require(!measures.isEmpty(), "--measure", "at least one name", "");
    measures.forEach(SharpnessMeasures::named);
    measures = List.copyOf(new LinkedHashSet<>(measures));
    radius.ifPresent(
        value ->
            Checks.require(
                value >= 0 && value <= Checks.LARGEST,
                "--radius",
                "a number from 0 to 1e30",
                Double.toString(value)));
  }

  /** With the usual exploration of the density. */
  public SharpnessRequest(
      ProbeScope scope, List<String> measures, OptionalDouble radius, Effort effort) {
    this(scope, measures, radius, effort, LocalDensity.DEFAULT);
  }

  /**
   * Entropy and Langevin chains in the density exp(−L/T) around the model.
   *
   * @param temperature T of the entropy, in units of the loss
   * @param chains independent Langevin chains
   * @param burnIn steps of each that are thrown away
   * @param steps of each that count
   * @param stepSize of the chains; empty: chosen by the largest eigenvalue of the Hessian
   * @param localisation γ, which keeps chains near the model
   * @param batch samples of a mini-batch of the chains; 0: all
   */
  public record LocalDensity(
      double temperature,
      int chains,
      int burnIn,
      int steps,
      OptionalDouble stepSize,
      double localisation,
      int batch) {
    public static final LocalDensity DEFAULT =
        new LocalDensity(
            SharpnessOptions.defaults().temperature(),
            LangevinOptions.defaults().chains(),
            LangevinOptions.defaults().burnIn(),
            LangevinOptions.defaults().steps(),
            OptionalDouble.empty(),
            LangevinOptions.defaults().localisation(),
            LangevinOptions.defaults().batch());

    public LocalDensity {
      requirePositive("--temperature", temperature);
      Checks.atLeast("--chains", 1, chains);
      Checks.atLeast("--burn-in", 0, burnIn);
      Checks.atLeast("--chain-steps", 2, steps);
      stepSize.ifPresent(size -> requirePositive("--step-size", size));
      Checks.require(
          localisation >= 0 && localisation <= Checks.LARGEST,
          "--localisation",
          "a number from 0 to 1e30",
          Double.toString(localisation));
      Checks.atLeast("--chain-batch", 0, batch);
    }

    private static void requirePositive(String option, double value) {
      Checks.require(
          value > 0 && value <= Checks.LARGEST,
          option,
          "a number above 0, at most 1e30",
          Double.toString(value));
    }

    /** As the chains want it. */
    public LangevinOptions langevin() {
      return new LangevinOptions(
          chains, burnIn, steps, stepSize.orElse(Double.NaN), localisation, batch);
    }
  }

  /**
   * How hard measures look.
   *
   * @param draws random perturbations of each sampled measure
   * @param iterations gradient steps of an ascent from each start
   * @param restarts random starts of an ascent
   * @param subspace dimensions of a random subspace
   * @param perBatch samples of the mini-batches over which a measure is averaged; 0: none
   */
  public record Effort(int draws, int iterations, int restarts, int subspace, int perBatch) {
    public static final Effort DEFAULT =
        new Effort(
            SharpnessOptions.defaults().draws(),
            SharpnessOptions.defaults().iterations(),
            SharpnessOptions.defaults().restarts(),
            SharpnessOptions.defaults().subspace(),
            0);

    public Effort {
      Checks.atLeast("--draws", 1, draws);
      Checks.atLeast("--iterations", 1, iterations);
      Checks.atLeast("--restarts", 1, restarts);
      Checks.atLeast("--subspace", 1, subspace);
      Checks.atLeast("--per-batch", 0, perBatch);
    }
  }

  /** The usual measures with every default. */
  public static SharpnessRequest of(ProbeScope scope) {
    return new SharpnessRequest(scope, usual(), OptionalDouble.empty(), Effort.DEFAULT);
  }

  /** The names of all measures. */
  public static List<String> all() {
    return SharpnessMeasures.all().stream().map(SharpnessMeasures.Entry::name).toList();
  }

  /** The names of those measured when none is named. */
  public static List<String> usual() {
    return SharpnessMeasures.usual().stream().map(SharpnessMeasures.Entry::name).toList();
  }
}
