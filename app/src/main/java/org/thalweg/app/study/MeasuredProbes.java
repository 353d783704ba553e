package org.thalweg.app.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.store.AtomicFile;
import org.thalweg.store.Durability;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which results of a trial's folder answer which measurements, as {@code probes.json} there: ids of
 * results by key. A file that is damaged counts as empty; results are found again by their
 * provenance then.
 *
 * @param results ids of results by {@link ProbeKey}
 */
record MeasuredProbes(Map<String, List<String>> results) {
  private static final String FILE = "probes.json";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  MeasuredProbes {
    results = new LinkedHashMap<>(results);
  }

  static MeasuredProbes read(Path trial) {
    Map<String, List<String>> results = new LinkedHashMap<>();
    try {
      JsonNode document = MAPPER.readTree(Files.readString(trial.resolve(FILE)));
      for (Map.Entry<String, JsonNode> entry : document.properties()) {
        List<String> ids = new ArrayList<>();
        entry.getValue().values().forEach(id -> ids.add(id.asString()));
        results.put(entry.getKey(), ids);
      }
    } catch (IOException | JacksonException e) {
      return new MeasuredProbes(Map.of());
    }
    return new MeasuredProbes(results);
  }

  Optional<List<String>> find(String key) {
    return Optional.ofNullable(results.get(key));
  }

  MeasuredProbes with(String key, List<String> ids) {
    Map<String, List<String>> more = new LinkedHashMap<>(results);
    more.put(key, ids);
    return new MeasuredProbes(more);
  }

  void write(Path trial) {
    byte[] text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(results);
    AtomicFile.write(trial.resolve(FILE), out -> out.write(text), Durability.PROCESS);
  }
}
