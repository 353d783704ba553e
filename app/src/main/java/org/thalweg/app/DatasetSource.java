package org.thalweg.app;

import java.util.OptionalInt;
import org.thalweg.data.ContentHash;
import org.thalweg.data.Dataset;
import org.thalweg.data.Datasets;
import org.thalweg.data.FixedSubset;
import org.thalweg.data.Samples;

/** Where use cases get their data from: read each time, or shared by many of them. */
public interface DatasetSource {
  /**
   * A data set.
   *
   * @param name as {@code data list} knows it
   */
  Dataset whole(String name);

  /**
   * A data set, its training split reduced to a fixed subset where one is asked for.
   *
   * @param samples of the training split; empty: all
   * @param seed of the subset
   */
  Dataset reduced(String name, OptionalInt samples, long seed);

  /** The identity of samples. */
  String contentHash(Samples samples);

  /** Reads every data set whenever it is asked for. */
  static DatasetSource fresh() {
    return new DatasetSource() {
      @Override
      public Dataset whole(String name) {
        return Datasets.open(name);
      }

      @Override
      public Dataset reduced(String name, OptionalInt samples, long seed) {
        return subset(whole(name), samples, seed);
      }

      @Override
      public String contentHash(Samples samples) {
        return ContentHash.of(samples);
      }
    };
  }

  /** The same test split, and a part of the training split. */
  static Dataset subset(Dataset whole, OptionalInt samples, long seed) {
    if (samples.isEmpty()) {
      return whole;
    }
    Samples train = FixedSubset.draw(whole.train(), samples.getAsInt(), seed);
    return new Dataset(
        whole.name(),
        whole.description(),
        train,
        whole.test(),
        ContentHash.of(train, whole.test()));
  }
}
