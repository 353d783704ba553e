package org.thalweg.app;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.thalweg.data.ContentHash;
import org.thalweg.data.Dataset;
import org.thalweg.data.Datasets;
import org.thalweg.data.Samples;

/**
 * Data sets that are read once for many trainings and measurements, with their hashes. Safe for
 * several threads. The last few subsets are kept: trials of one seed train on the same one.
 */
public final class SharedDatasets implements DatasetSource {
  private static final int SUBSETS = 16;

  private final Map<String, Dataset> whole = new ConcurrentHashMap<>();
  private final Map<Samples, String> hashes = Collections.synchronizedMap(new IdentityHashMap<>());
  private final Map<Subset, Dataset> subsets =
      new LinkedHashMap<>(SUBSETS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Subset, Dataset> eldest) {
          return size() > SUBSETS;
        }
      };

  private record Subset(String name, int samples, long seed) {}

  @Override
  public Dataset whole(String name) {
    return whole.computeIfAbsent(name, Datasets::open);
  }

  @Override
  public Dataset reduced(String name, OptionalInt samples, long seed) {
    Dataset all = whole(name);
    if (samples.isEmpty()) {
      return all;
    }
    Subset key = new Subset(name, samples.getAsInt(), seed);
    synchronized (subsets) {
      Dataset found = subsets.get(key);
      if (found == null) {
        found = DatasetSource.subset(all, samples, seed);
        subsets.put(key, found);
      }
      return found;
    }
  }

  /** Of whole splits it is kept; subsets come and go. */
  @Override
  public String contentHash(Samples samples) {
    boolean stays =
        whole.values().stream().anyMatch(set -> set.train() == samples || set.test() == samples);
    return stays ? hashes.computeIfAbsent(samples, ContentHash::of) : ContentHash.of(samples);
  }
}
