package org.thalweg.app.request;

import java.util.Optional;

/**
 * A trained network by name: a run folder, one of its snapshots as in {@code runs/first@3}, or a
 * TorchScript file. What the name means is found out when the model is opened.
 *
 * @param text as it was written
 * @param script what a TorchScript file does not say itself; empty for a run folder
 */
public record ModelReference(String text, Optional<ScriptChoice> script) {
  public ModelReference {
    Checks.require(
        !text.isBlank(),
        "MODEL",
        "a run folder or a TorchScript file, e.g. runs/first, runs/first@3 or net.pt",
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

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
