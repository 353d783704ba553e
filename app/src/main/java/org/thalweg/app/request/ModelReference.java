package org.thalweg.app.request;

import java.util.Optional;

/**
 * A trained network by name: a run folder, one of its snapshots as in {@code runs/first@3}, a
 * TorchScript file, or weights of a built-in network. What the name means is found out when the
 * model is opened.
 *
 * @param text as it was written
 * @param file what a file does not say itself; empty for a run folder
 */
public record ModelReference(String text, Optional<FileChoice> file) {
  public ModelReference {
    Checks.require(
        !text.isBlank(),
        "MODEL",
        "a run folder or a file, e.g. runs/first, runs/first@3, net.pt or weights.safetensors",
        text);
  }

  /** Reads {@code RUN}, {@code RUN@12}, {@code RUN@step:12} or {@code RUN@epoch:1.5}. */
  public static ModelReference parse(String text) {
    return new ModelReference(text, Optional.empty());
  }

  /** A TorchScript file. */
  public static ModelReference script(String file, ScriptChoice choice) {
    return new ModelReference(file, Optional.of(choice));
  }

  /** Weights of a built-in network as safetensors or npz. */
  public static ModelReference checkpoint(String file, CheckpointChoice choice) {
    return new ModelReference(file, Optional.of(choice));
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
