package org.thalweg.app.request;

/**
 * What has to be said of weights in a safetensors or npz file: the built-in network that they
 * belong to, and what it is evaluated on.
 *
 * @param data as {@code data list} names it
 * @param loss name of the loss, a TorchScript file of one's own, or {@code auto}
 * @param network e.g. {@code cnn:16,16}
 * @param activation {@code relu}, {@code tanh} or {@code gelu}
 */
public record CheckpointChoice(String data, String loss, String network, String activation)
    implements FileChoice {
  /** A network with ReLU and the loss that fits. */
  public static CheckpointChoice of(String data, String network) {
    return new CheckpointChoice(data, AUTO, network, TrainRequest.DEFAULT_ACTIVATION);
  }
}
