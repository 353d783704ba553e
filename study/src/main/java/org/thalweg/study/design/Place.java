package org.thalweg.study.design;

/**
 * Where something stands in a file, for messages.
 *
 * @param file as the user wrote it
 * @param line from 1; 0 where there is none
 */
public record Place(String file, int line) {
  public static final Place NONE = new Place("", 0);

  /** {@code FILE:LINE}. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
