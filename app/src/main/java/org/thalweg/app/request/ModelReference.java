package org.thalweg.app.request;

/**
 * A trained network, by name: a run folder, or one of its snapshots as in {@code runs/first@3}.
 * What the name means is found out when the model is opened.
 *
 * @param text as it was written
 */
public record ModelReference(String text) {
  public ModelReference {
    Checks.require(!text.isBlank(), "MODEL", "a run folder, e.g. runs/first or runs/first@3", text);
  }

  /** Reads {@code RUN}, {@code RUN@12}, {@code RUN@step:12} or {@code RUN@epoch:1.5}. */
  public static ModelReference parse(String text) {
    return new ModelReference(text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
