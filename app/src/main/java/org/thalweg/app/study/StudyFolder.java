package org.thalweg.app.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.store.AtomicFile;
import org.thalweg.store.RunLock;
import org.thalweg.study.design.Scale;
import org.thalweg.study.design.Study;
import org.thalweg.study.design.StudyFile;
import org.thalweg.study.observation.ObservationTable;
import org.thalweg.study.observation.SeriesTable;
import org.thalweg.study.observation.StudyObservations;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder of a study: {@code study.yaml} (what was asked, byte for byte), {@code study.json} (at
 * which scale, with which seeds, code and machine), {@code trials.csv}, {@code pairs.csv}, {@code
 * series.csv} (what it gave), {@code failures.json}, {@code log.csv}. Files appear whole or not at
 * all. It is read without libtorch.
 */
public final class StudyFolder {
  static final String FILE = "study.yaml";
  static final String RECORD = "study.json";
  static final String TRIALS = "trials.csv";
  static final String PAIRS = "pairs.csv";
  static final String SERIES = "series.csv";
  static final String FAILURES = "failures.json";
  static final String LOG = "log.csv";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Path path;

  private StudyFolder(Path path) {
    this.path = path;
  }

  static StudyFolder at(Path path) {
    return new StudyFolder(path);
  }

  /**
   * Opens the folder of a study that was carried out, or begun.
   *
   * @throws ThalwegException {@code FILE_NOT_FOUND} if there is none
   */
  public static StudyFolder open(Path path) {
    StudyFolder folder = new StudyFolder(path);
    folder.text(RECORD);
    return folder;
  }

  /** Whether there is a study in this folder that has observations: its first seed is through. */
  public static boolean hasObservations(Path path) {
    return Files.isRegularFile(path.resolve(RECORD)) && Files.isRegularFile(path.resolve(TRIALS));
  }

  /**
   * The study as it was carried out: its file at the scale and with the seeds of the record.
   *
   * @throws ThalwegException {@code RUN_FOLDER_INVALID} if the record is damaged; {@code
   *     STUDY_FILE} if this version does not read the file
   */
  public Study study() {
    JsonNode record;
    try {
      record = MAPPER.readTree(text(RECORD));
    } catch (JacksonException e) {
      throw invalid("a JSON document", e.getOriginalMessage());
    }
    String wanted = record.path("scale").asString("");
    Scale scale =
        Arrays.stream(Scale.values())
            .filter(one -> one.text().equals(wanted))
            .findFirst()
            .orElseThrow(() -> invalid("a scale, quick or paper", "'" + wanted + "'"));
    List<Long> seeds = record.path("seeds").valueStream().map(seed -> seed.asLong(0)).toList();
    Study study = StudyFile.read(at(FILE).toString(), text(FILE), scale);
    return seeds.isEmpty() ? study : study.withSeeds(seeds);
  }

  private ThalwegException invalid(String expected, String found) {
    return ThalwegException.of(ErrorCode.RUN_FOLDER_INVALID)
        .expected(expected + " in " + at(RECORD))
        .found(found)
        .next("run the study again, which writes the record anew");
  }

  public Path path() {
    return path;
  }

  Path at(String file) {
    return path.resolve(file);
  }

  /** Creates it where it is missing, and keeps everyone else out until the lock is closed. */
  RunLock lock() {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw ThalwegException.of(ErrorCode.FILE_NOT_WRITABLE)
          .expected("to create the folder " + path)
          .found(e.toString())
          .because(e)
          .next("check permissions, or choose another folder with --out");
    }
    return RunLock.acquire(path);
  }

  /** Writes down what is asked. */
  void writeDesign(Study study, Map<String, Object> circumstances) {
    AtomicFile.writeText(at(FILE), study.text());
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("format", "thalweg-study");
    record.put("version", 1);
    record.put("name", study.name());
    record.put("title", study.title());
    record.put("source", study.source());
    record.put("scale", study.scale().text());
    record.put("file", FILE);
    record.put("seeds", study.seeds());
    record.putAll(circumstances);
    AtomicFile.writeText(
        at(RECORD), MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(record) + "\n");
  }

  /** Writes down what it gave so far. */
  void writeTables(StudyObservations observations) {
    Study study = observations.study();
    AtomicFile.writeText(at(TRIALS), ObservationTable.ofTrials(study).write(observations.trials()));
    if (!study.pairs().isEmpty()) {
      AtomicFile.writeText(at(PAIRS), ObservationTable.ofPairs(study).write(observations.pairs()));
    }
    if (!study.series().isEmpty()) {
      AtomicFile.writeText(at(SERIES), SeriesTable.write(observations));
    }
  }

  /** What was observed, as far as it came. */
  public StudyObservations observations() {
    return observations(study());
  }

  /**
   * What was observed, read from the tables.
   *
   * @param study as it was carried out
   * @throws ThalwegException {@code FILE_NOT_FOUND}, {@code RUN_FOLDER_INVALID}
   */
  public StudyObservations observations(Study study) {
    return new StudyObservations(
        study,
        ObservationTable.ofTrials(study).read(text(TRIALS), at(TRIALS).toString()),
        study.pairs().isEmpty()
            ? List.of()
            : ObservationTable.ofPairs(study).read(text(PAIRS), at(PAIRS).toString()),
        study.series().isEmpty()
            ? List.of()
            : SeriesTable.read(text(SERIES), at(SERIES).toString()));
  }

  /** Writes a table or a document beside the others. */
  void write(String file, String text) {
    AtomicFile.writeText(at(file), text);
  }

  /** Removes what an earlier, larger state of the study left. */
  void remove(String file) {
    try {
      Files.deleteIfExists(at(file));
    } catch (IOException e) {
      throw ThalwegException.of(ErrorCode.FILE_NOT_WRITABLE)
          .expected("to replace " + at(file))
          .found(e.toString())
          .because(e)
          .next("check permissions, then give the same command again");
    }
  }

  private String text(String file) {
    try {
      return Files.readString(at(file));
    } catch (IOException e) {
      throw ThalwegException.of(ErrorCode.FILE_NOT_FOUND)
          .expected("the folder of a study with a file " + at(file))
          .found(e.toString())
          .because(e)
          .next("run the study first: thalweg study NAME");
    }
  }
}
