package org.thalweg.app.study;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.result.Measurement;
import org.thalweg.result.ProbeResult;
import org.thalweg.result.TrajectoryResult;
import org.thalweg.store.ResultDocument;
import org.thalweg.store.RunFolder;
import org.thalweg.store.StoredResult;

/** The results of one trial, each read once, when a quantity asks for it. */
final class TrialResults {
  private final RunFolder run;
  private final Map<String, List<String>> ids;
  private final Map<String, ResultDocument> documents = new HashMap<>();
  private final Map<String, ProbeResult> results = new HashMap<>();

  /**
   * Nothing read yet.
   *
   * @param ids of results by name of the probe plan
   */
  TrialResults(RunFolder run, Map<String, List<String>> ids) {
    this.run = run;
    this.ids = ids;
  }

  boolean has(String probe) {
    return ids.containsKey(probe);
  }

  /** A number by its place in the document, of the first result that has the place. */
  OptionalDouble value(String probe, String pointer) {
    for (String id : ids.getOrDefault(probe, List.of())) {
      OptionalDouble number = documents.computeIfAbsent(id, run::document).number(pointer);
      if (number.isPresent()) {
        return number;
      }
    }
    return OptionalDouble.empty();
  }

  /** A number by its name in the table of measurements. */
  OptionalDouble measurement(String probe, String name) {
    for (String id : ids.getOrDefault(probe, List.of())) {
      for (Measurement measurement : result(id).measurements()) {
        if (measurement.name().equals(name)) {
          return OptionalDouble.of(measurement.value());
        }
      }
    }
    return OptionalDouble.empty();
  }

  /** The path of a training, if that is what the probe measured. */
  Optional<TrajectoryResult> trajectory(String probe) {
    return ids.getOrDefault(probe, List.of()).stream()
        .map(this::result)
        .filter(TrajectoryResult.class::isInstance)
        .map(TrajectoryResult.class::cast)
        .findFirst();
  }

  /** The first result of a probe, as the folder keeps it. */
  Optional<StoredResult> stored(String probe) {
    return ids.getOrDefault(probe, List.of()).stream().findFirst().map(run::result);
  }

  private ProbeResult result(String id) {
    return results.computeIfAbsent(id, key -> run.result(key).result());
  }
}
