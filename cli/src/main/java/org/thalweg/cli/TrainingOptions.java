package org.thalweg.cli;

import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.app.request.Destination;
import org.thalweg.app.request.Execution;
import org.thalweg.app.request.OptimizerChoice;
import org.thalweg.app.request.Recording;
import org.thalweg.app.request.StoppingRule;
import org.thalweg.app.request.TrainRequest;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import picocli.CommandLine.Option;

/** What is trained on what, how, and how long. */
final class TrainingOptions {
  private static final int DEFAULT_EPOCHS = 5;

  @Option(names = "--data", paramLabel = "DATA", description = "Data set, e.g. mnist. Required.")
  private Optional<String> data = Optional.empty();

  @Option(
      names = "--net",
      paramLabel = "NET",
      description = "Network: mlp, resmlp, cnn or rescnn with widths, as in cnn:16,16. Required.")
  private Optional<String> network = Optional.empty();

  @Option(
      names = "--activation",
      paramLabel = "NAME",
      defaultValue = TrainRequest.DEFAULT_ACTIVATION,
      description = "relu, tanh or gelu (default: ${DEFAULT-VALUE}).")
  private String activation = TrainRequest.DEFAULT_ACTIVATION;

  @Option(
      names = "--loss",
      paramLabel = "LOSS",
      defaultValue = TrainRequest.DEFAULT_LOSS,
      description = "cross-entropy, mse, or auto: what fits the targets (default).")
  private String loss = TrainRequest.DEFAULT_LOSS;

  @Option(
      names = "--optimizer",
      paramLabel = "RULE",
      defaultValue = "momentum",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private OptimizerChoice.Method optimizer = OptimizerChoice.Method.MOMENTUM;

  @Option(
      names = "--lr",
      paramLabel = "X",
      description = "Learning rate (default: sgd 0.1, momentum and nesterov 0.01, adam 0.001).")
  private Optional<Double> learningRate = Optional.empty();

  @Option(
      names = "--momentum",
      paramLabel = "X",
      description = "Of momentum and nesterov (default: 0.9).")
  private Optional<Double> momentum = Optional.empty();

  @Option(
      names = "--weight-decay",
      paramLabel = "X",
      defaultValue = "0",
      description = "Coefficient (default: ${DEFAULT-VALUE}).")
  private double weightDecay;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "128",
      description = "Samples per step (default: ${DEFAULT-VALUE}).")
  private int batch = TrainRequest.DEFAULT_BATCH;

  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "Train on a fixed, recorded subset of this size (default: all).")
  private Optional<Integer> samples = Optional.empty();

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the data (default: 5; with --until-accuracy at most 100).")
  private Optional<Integer> epochs = Optional.empty();

  @Option(
      names = "--until-accuracy",
      paramLabel = "X",
      description = "End when the test accuracy reaches this fraction, e.g. 0.975.")
  private Optional<Double> untilAccuracy = Optional.empty();

  @Option(
      names = "--record-every",
      paramLabel = "STEPS",
      description =
          "Record loss, accuracy and gradient every so many steps (default: every epoch).")
  private Optional<Integer> recordEvery = Optional.empty();

  @Option(names = "--snapshots", description = "Keep the weights with every record.")
  private boolean snapshots;

  TrainRequest request(Execution execution, Destination destination) {
    return new TrainRequest(
        required(data, "--data", "mnist"),
        required(network, "--net", "cnn:16,16"),
        activation,
        loss,
        new OptimizerChoice(optimizer, optional(learningRate), optional(momentum), weightDecay),
        batch,
        SamplingOptions.optional(samples),
        stop(),
        new Recording(SamplingOptions.optional(recordEvery), snapshots),
        execution,
        destination);
  }

  private StoppingRule stop() {
    return untilAccuracy
        .<StoppingRule>map(
            accuracy ->
                new StoppingRule.UntilAccuracy(
                    accuracy, epochs.orElse(StoppingRule.UntilAccuracy.MOST_EPOCHS)))
        .orElseGet(() -> new StoppingRule.Epochs(epochs.orElse(DEFAULT_EPOCHS)));
  }

  private static String required(Optional<String> value, String option, String example) {
    return value.orElseThrow(
        () ->
            ThalwegException.of(ErrorCode.INVALID_OPTION)
                .expected(option + ", e.g. " + option + " " + example)
                .found("no " + option)
                .next("thalweg train --data mnist --net cnn:16,16, or see: thalweg train --help"));
  }

  private static OptionalDouble optional(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }
}
