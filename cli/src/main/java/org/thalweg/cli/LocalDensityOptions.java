package org.thalweg.cli;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.thalweg.app.request.SharpnessRequest.LocalDensity;
import picocli.CommandLine.Option;

/** How the density of the parameters around a model is explored. */
final class LocalDensityOptions {
  @Option(
      names = "--temperature",
      paramLabel = "T",
      defaultValue = "0.001",
      description = "Of entropy-weights, in units of the loss (default: ${DEFAULT-VALUE}).")
  private double temperature = LocalDensity.DEFAULT.temperature();

  @Option(
      names = "--chains",
      paramLabel = "N",
      defaultValue = "4",
      description = "Langevin chains of learning-coefficient (default: ${DEFAULT-VALUE}).")
  private int chains = LocalDensity.DEFAULT.chains();

  @Option(
      names = "--burn-in",
      paramLabel = "N",
      defaultValue = "200",
      description = "Steps of each chain that are thrown away (default: ${DEFAULT-VALUE}).")
  private int burnIn = LocalDensity.DEFAULT.burnIn();

  @Option(
      names = "--chain-steps",
      paramLabel = "N",
      defaultValue = "200",
      description = "Steps of each chain that count (default: ${DEFAULT-VALUE}).")
  private int steps = LocalDensity.DEFAULT.steps();

  @Option(
      names = "--step-size",
      paramLabel = "X",
      description = "Of the chains (default: by the largest eigenvalue of the Hessian).")
  private @Nullable Double stepSize;

  @Option(
      names = "--localisation",
      paramLabel = "X",
      defaultValue = "1",
      description = "How strongly chains are drawn to the model (default: ${DEFAULT-VALUE}).")
  private double localisation = LocalDensity.DEFAULT.localisation();

  @Option(
      names = "--chain-batch",
      paramLabel = "N",
      defaultValue = "64",
      description = "Samples of each step of a chain; 0: all (default: ${DEFAULT-VALUE}).")
  private int batch = LocalDensity.DEFAULT.batch();

  LocalDensity density() {
    return new LocalDensity(
        temperature,
        chains,
        burnIn,
        steps,
        stepSize == null ? OptionalDouble.empty() : OptionalDouble.of(stepSize),
        localisation,
        batch);
  }
}
