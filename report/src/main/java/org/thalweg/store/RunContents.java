package org.thalweg.store;

import java.util.List;
import java.util.Optional;

/**
 * Everything a run folder says, in memory: what a report is made of.
 *
 * @param title one line, e.g. {@code "cnn:16,16 on mnist"}
 * @param training empty when the network was not trained here
 * @param results in the order in which they were measured
 */
public record RunContents(
    String title, Optional<StoredTraining> training, List<StoredResult> results) {
  public RunContents {
    results = List.copyOf(results);
  }
}
