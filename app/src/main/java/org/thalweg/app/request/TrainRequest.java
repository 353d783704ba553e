package org.thalweg.app.request;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Trains a new network.
 *
 * @param data name or description of the data set, e.g. {@code mnist}
 * @param network e.g. {@code cnn:16,16}
 * @param activation {@code relu}, {@code tanh} or {@code gelu}
 * @param loss {@code cross-entropy}, {@code mse}, or {@code auto}: what fits the targets
 * @param optimizer rule and rates
 * @param batch samples per step
 * @param samples size of the training subset; empty: all
 * @param subsetSeed from which the subset is drawn; empty: the seed of the training
 * @param stop when it ends
 * @param recording what is kept on the way
 * @param execution seed (of the weights and of the order of samples), workers, precision
 * @param destination the run folder; none: {@code runs/} and a name made of data, network and time
 */
public record TrainRequest(
    String data,
    String network,
    String activation,
    String loss,
    OptimizerChoice optimizer,
    int batch,
    OptionalInt samples,
    OptionalLong subsetSeed,
    StoppingRule stop,
    Recording recording,
    Execution execution,
    Destination destination) {
  public static final String DEFAULT_ACTIVATION = "relu";
  public static final String DEFAULT_LOSS = "auto";
  public static final int DEFAULT_BATCH = 128;

  public TrainRequest {
    Checks.atLeast("--batch", 1, batch);
    samples.ifPresent(count -> Checks.atLeast("--samples", 1, count));
  }

  /** With a subset that is drawn from the seed of the training. */
  public TrainRequest(
      String data,
      String network,
      String activation,
      String loss,
      OptimizerChoice optimizer,
      int batch,
      OptionalInt samples,
      StoppingRule stop,
      Recording recording,
      Execution execution,
      Destination destination) {
    this(
        data,
        network,
        activation,
        loss,
        optimizer,
        batch,
        samples,
        OptionalLong.empty(),
        stop,
        recording,
        execution,
        destination);
  }

  /** A training with every default. */
  public static TrainRequest of(String data, String network) {
    return new TrainRequest(
        data,
        network,
        DEFAULT_ACTIVATION,
        DEFAULT_LOSS,
        OptimizerChoice.DEFAULT,
        DEFAULT_BATCH,
        OptionalInt.empty(),
        StoppingRule.DEFAULT,
        Recording.DEFAULT,
        Execution.DEFAULT,
        Destination.DEFAULT);
  }
}
