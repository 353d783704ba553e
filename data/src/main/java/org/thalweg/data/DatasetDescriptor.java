package org.thalweg.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a data set, or of a kind of file, without loading it.
 *
 * @param name as {@link Datasets#open} takes it; of a kind of file, what stands before the colon
 * @param description what it is and where it comes from, one sentence
 * @param size samples and shapes in words, e.g. {@code 60,000 + 10,000 images of 1 × 28 × 28, 10
 *     classes}
 * @param licence terms of use, one line
 * @param options what may follow the name, e.g. {@code sine:n=500,noise=0.05}; empty if nothing;
 *     {@link Datasets#scaling()} apply to every set and are not repeated here
 * @param files what stands between the colon and the options, e.g. {@code IMAGES,LABELS}; null if
 *     nothing
 */
public record DatasetDescriptor(
    String name,
    String description,
    String size,
    String licence,
    List<Option> options,
    @Nullable String files) {
  public DatasetDescriptor {
    options = List.copyOf(options);
  }

  /** Of a set that needs no file. */
  public DatasetDescriptor(
      String name, String description, String size, String licence, List<Option> options) {
    this(name, description, size, licence, options, null);
  }

  /** How to write it, e.g. {@code idx:IMAGES,LABELS}. */
  public String usage() {
    return files == null ? name : name + ":" + files;
  }

  /**
   * An option of a data set.
   *
   * @param name before the equals sign
   * @param value the default; empty if it is for the data to decide, or nothing
   * @param meaning one phrase, with the admissible range
   */
  public record Option(String name, String value, String meaning) {}
}
