package org.thalweg.data;

/** One entry of the catalogue. */
interface DatasetSource {
  DatasetDescriptor descriptor();

  /** Loads or computes the set. */
  Dataset open(DatasetOptions options);
}
