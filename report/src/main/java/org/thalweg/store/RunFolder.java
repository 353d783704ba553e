package org.thalweg.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.thalweg.array.NumericArray;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.TrainingHistory;

/**
 * A run folder, for reading: without libtorch, without a lock, also while another process writes to
 * it. Every call looks at the folder as it is then.
 *
 * <p>Errors: {@code FILE_NOT_FOUND}; {@code RUN_FOLDER_INVALID} for a folder that is none, is
 * damaged or was written by a newer version; {@code UNKNOWN_NAME} for results and weights that are
 * not there. The layout is documented in docs/run-folder.md.
 */
public final class RunFolder {
  private final RunPaths paths;

  RunFolder(RunPaths paths) {
    this.paths = paths;
  }

  public static RunFolder open(Path path) {
    RunFolder folder = new RunFolder(new RunPaths(path));
    ManifestFile.read(folder.paths);
    return folder;
  }

  /** Whether this is a run folder, of whatever version and in whatever state. */
  public static boolean exists(Path path) {
    return Files.isRegularFile(path.resolve(RunPaths.MANIFEST));
  }

  /**
   * Begins a run in a new or empty folder.
   *
   * @param title one line, e.g. {@code "cnn:16,16 on mnist"}
   * @param force replaces a run folder that is already there; anything else is left alone
   * @throws ThalwegException {@code FILE_EXISTS} when something is in the way; nothing was created
   *     then
   */
  public static RunWriter create(Path path, String title, String codeVersion, boolean force) {
    return create(path, title, codeVersion, force, Durability.MACHINE);
  }

  /** The same with files that survive as much as this. */
  public static RunWriter create(
      Path path, String title, String codeVersion, boolean force, Durability durability) {
    return RunCreation.create(new RunPaths(path, durability), title, codeVersion, force);
  }

  /**
   * Opens a run to add to it, alone.
   *
   * @throws ThalwegException {@code RUN_FOLDER_BUSY} while another writer has it open
   */
  public static RunWriter openForWriting(Path path) {
    return openForWriting(path, Durability.MACHINE);
  }

  /** The same with files that survive as much as this. */
  public static RunWriter openForWriting(Path path, Durability durability) {
    return RunWriter.open(new RunPaths(path, durability));
  }

  /** Brings everything in a run folder to the disk, whatever it was written with. */
  public static void settle(Path path) {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.toList()) {
        AtomicFile.synchronize(file);
      }
    } catch (IOException e) {
      throw FileFailure.writing(path, e);
    }
  }

  public Path path() {
    return paths.root();
  }

  public String title() {
    return manifest().title();
  }

  /** The results that {@link #result} can read, oldest first. */
  public List<ResultEntry> results() {
    return manifest().results();
  }

  /** One result. */
  public StoredResult result(String id) {
    requireResult(id);
    return ResultJson.read(id, TextFile.read(paths.at(RunPaths.document(id))));
  }

  /** The numbers of a result by where they stand in its document. */
  public ResultDocument document(String id) {
    requireResult(id);
    return ResultDocument.of(id, TextFile.read(paths.at(RunPaths.document(id))));
  }

  /** The arrays of a result, those included that its record does not hold (eigenvectors). */
  public Map<String, NumericArray> arrays(String id) {
    requireResult(id);
    return ArrayFile.read(paths.at(RunPaths.arrays(id)));
  }

  /** The training so far; empty when the network was not trained here. */
  public Optional<StoredTraining> training() {
    return manifest().training().map(outcome -> readTraining());
  }

  private StoredTraining readTraining() {
    TrainingJson.Document document = TrainingJson.read(paths);
    return new StoredTraining(
        new TrainingHistory(TrainingJson.history(paths), document.outcome(), document.cost()),
        document.provenance());
  }

  /** Everything a report is made of. */
  public RunContents contents() {
    Manifest manifest = manifest();
    List<StoredResult> results = new ArrayList<>();
    for (ResultEntry entry : manifest.results()) {
      results.add(result(entry.id()));
    }
    return new RunContents(manifest.title(), training(), results);
  }

  /** The weights by name: of the finished training, or else of its last checkpoint. */
  public Map<String, NumericArray> weights() {
    if (manifest().finalWeights()) {
      return ArrayFile.read(paths.at(RunPaths.FINAL));
    }
    return checkpoint()
        .map(Checkpoint::weights)
        .orElseThrow(
            () ->
                ThalwegException.of(ErrorCode.UNKNOWN_NAME)
                    .expected("weights in " + paths.root())
                    .found("neither final weights nor a checkpoint")
                    .next("train first, or choose a snapshot with RUN@STEP"));
  }

  /** The weights at a moment. */
  public Map<String, NumericArray> weights(RunReference.Moment moment) {
    Snapshot snapshot = RunReference.select(moment, snapshots());
    return ArrayFile.read(paths.at(RunPaths.snapshot(snapshot.step())));
  }

  /** The weights that a reference means; {@link #path} must be its folder. */
  public Map<String, NumericArray> weights(RunReference reference) {
    return reference.moment().map(this::weights).orElseGet(this::weights);
  }

  /** What a training resumes from. */
  public Optional<Checkpoint> checkpoint() {
    return manifest().checkpoint()
        ? Optional.of(Checkpoint.fromArrays(ArrayFile.read(paths.at(RunPaths.CHECKPOINT))))
        : Optional.empty();
  }

  /** The moments whose weights were kept, by step. */
  public List<Snapshot> snapshots() {
    return manifest().snapshots();
  }

  private Manifest manifest() {
    return ManifestFile.read(paths);
  }

  private void requireResult(String id) {
    Manifest manifest = manifest();
    if (manifest.result(id).isEmpty()) {
      throw ThalwegException.of(ErrorCode.UNKNOWN_NAME)
          .expected(
              "one of the results " + manifest.results().stream().map(ResultEntry::id).toList())
          .found("'" + id + "'")
          .next("choose one of the results of " + paths.root());
    }
  }
}
