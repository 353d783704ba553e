package org.thalweg.data;

import java.util.List;

/**
 * What is known of a data set without loading it.
 *
 * @param name as {@link Datasets#open} takes it
 * @param description what it is and where it comes from, one sentence
 * @param size samples and shapes in words, e.g. {@code 60,000 + 10,000 images of 1 × 28 × 28, 10
 *     classes}
 * @param licence terms of use, one line
 * @param options what may follow the name, e.g. {@code sine:n=500,noise=0.05}; empty if nothing
 */
public record DatasetDescriptor(
    String name, String description, String size, String licence, List<Option> options) {
  public DatasetDescriptor {
    options = List.copyOf(options);
  }

  /**
   * An option of a data set that is computed.
   *
   * @param name before the equals sign
   * @param value the default
   * @param meaning one phrase, with the admissible range
   */
  public record Option(String name, String value, String meaning) {}
}
