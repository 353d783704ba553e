package org.thalweg.data;

import java.util.Optional;

/** One entry of the catalogue. */
interface DatasetSource {
  DatasetDescriptor descriptor();

  /** How many files the name has between the colon and the options. */
  default int files() {
    return 0;
  }

  /** Loads or computes the set, before scaling. */
  Splits open(DatasetOptions options);

  /**
   * What a source yields.
   *
   * @param description what it is and where it comes from, one sentence
   * @param contentHash if known without reading the samples
   */
  record Splits(String description, Samples train, Samples test, Optional<String> contentHash) {
    Splits(String description, Samples train, Samples test) {
      this(description, train, test, Optional.empty());
    }
  }
}
