package org.thalweg.cli;

import java.util.Optional;
import org.thalweg.app.request.CurveChoice;
import org.thalweg.app.request.CurveChoice.ElasticBand;
import org.thalweg.app.request.CurveChoice.Trained;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import picocli.CommandLine.Option;

/** The kind of path between two networks, and how it is found. */
final class CurveOptions {
  @Option(
      names = "--curve",
      paramLabel = "KIND",
      defaultValue = "linear",
      description = "linear, bezier, polychain or elastic-band (default: ${DEFAULT-VALUE}).")
  private String curve = "linear";

  @Option(
      names = "--bends",
      paramLabel = "N",
      description = "Points between the models (default: 1; 9 for an elastic band).")
  private Optional<Integer> bends = Optional.empty();

  @Option(
      names = "--steps",
      paramLabel = "N",
      description =
          "Training steps of a curve (default: 2000), most iterations of an elastic band (100).")
  private Optional<Integer> steps = Optional.empty();

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Instead of --steps: passes over the samples.")
  private Optional<Integer> epochs = Optional.empty();

  @Option(
      names = "--curve-batch",
      paramLabel = "N",
      description = "Samples in each training step (default: 128).")
  private Optional<Integer> batch = Optional.empty();

  @Option(
      names = "--lr",
      paramLabel = "X",
      description = "Learning rate at the start (default: 0.03).")
  private Optional<Double> learningRate = Optional.empty();

  @Option(
      names = "--tolerance",
      paramLabel = "X",
      description = "Force at which an elastic band is at rest (default: 1e-2).")
  private Optional<Double> tolerance = Optional.empty();

  CurveChoice curve() {
    return switch (curve) {
      case "linear" -> {
        forbid(
            "--bends, --steps, --epochs, --curve-batch, --lr and --tolerance",
            bends.or(() -> steps).or(() -> epochs).or(() -> batch).isPresent()
                || learningRate.or(() -> tolerance).isPresent());
        yield new CurveChoice.Linear();
      }
      case "bezier", "polychain" -> {
        forbid("--tolerance", tolerance.isPresent());
        yield new Trained(
            curve,
            bends.orElse(Trained.DEFAULT_BENDS),
            SamplingOptions.optional(steps),
            SamplingOptions.optional(epochs),
            batch.orElse(Trained.DEFAULT_BATCH),
            learningRate.orElse(Trained.DEFAULT_LEARNING_RATE));
      }
      case "elastic-band" -> {
        forbid(
            "--epochs, --curve-batch and --lr",
            epochs.or(() -> batch).isPresent() || learningRate.isPresent());
        yield new ElasticBand(
            bends.orElse(ElasticBand.DEFAULT_PIVOTS),
            steps.orElse(ElasticBand.DEFAULT_ITERATIONS),
            tolerance.orElse(ElasticBand.DEFAULT_TOLERANCE));
      }
      default ->
          throw ThalwegException.of(ErrorCode.INVALID_OPTION)
              .expected("--curve linear, bezier, polychain or elastic-band")
              .found("'" + curve + "'")
              .next("correct --curve and try again");
    };
  }

  private void forbid(String options, boolean given) {
    if (given) {
      throw ThalwegException.of(ErrorCode.CONFLICTING_OPTIONS)
          .expected("no " + options + " with --curve " + curve)
          .found("one of them")
          .next("leave it out, or choose another --curve, e.g. bezier");
    }
  }
}
