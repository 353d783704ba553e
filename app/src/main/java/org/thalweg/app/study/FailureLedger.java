package org.thalweg.app.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.error.ThalwegException;
import org.thalweg.store.AtomicFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * What failed in a study, and why, as {@code failures.json}: it is not tried again unless that is
 * asked for. Safe for several threads.
 */
final class FailureLedger {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private final Path file;
  private final List<Failure> failures;

  private FailureLedger(Path file, List<Failure> failures) {
    this.file = file;
    this.failures = failures;
  }

  /**
   * One failure.
   *
   * @param id of the trial or pair
   * @param part {@code "training"} or the name of a probe
   * @param key of the measurement; a probe with other options is another one
   * @param reason for people, one line
   */
  record Failure(String id, String part, String key, String reason) {}

  /** What an earlier run left; a damaged file counts as empty. */
  static FailureLedger open(Path file) {
    List<Failure> failures = new ArrayList<>();
    try {
      for (JsonNode node : MAPPER.readTree(Files.readString(file)).values()) {
        failures.add(
            new Failure(
                node.path("id").asString(""),
                node.path("part").asString(""),
                node.path("key").asString(""),
                node.path("reason").asString("")));
      }
    } catch (NoSuchFileException e) {
      return new FailureLedger(file, failures);
    } catch (IOException | JacksonException e) {
      failures.clear();
    }
    return new FailureLedger(file, failures);
  }

  synchronized Optional<Failure> find(String id, String key) {
    return failures.stream()
        .filter(one -> one.id().equals(id) && one.key().equals(key))
        .findFirst();
  }

  synchronized void add(Failure failure) {
    failures.add(failure);
    write();
  }

  /** Forgets all: everything is tried again. */
  synchronized void clear() {
    if (!failures.isEmpty()) {
      failures.clear();
      write();
    }
  }

  private void write() {
    ArrayNode all = MAPPER.createArrayNode();
    for (Failure failure : failures) {
      all.addObject()
          .put("id", failure.id())
          .put("part", failure.part())
          .put("key", failure.key())
          .put("reason", failure.reason());
    }
    AtomicFile.writeText(
        file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
  }

  /** A failure in one line. */
  static String reason(Throwable failure) {
    if (failure instanceof ThalwegException e) {
      return "%s %s: expected %s, found %s"
          .formatted(e.code().id(), e.code().summary(), e.expected(), e.found())
          .replaceAll("\\s+", " ");
    }
    return failure.toString().replaceAll("\\s+", " ");
  }
}
