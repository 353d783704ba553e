package org.thalweg.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.thalweg.array.NumericArray;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.provenance.Provenance;
import org.thalweg.result.ProbeResult;

/**
 * A run folder, for writing, held by one writer at a time until {@link #close}. Files come first
 * and the manifest that lists them last, so that a reader, or whoever comes after a kill, sees each
 * addition whole or not at all. Safe for several threads.
 *
 * <p>Errors: {@code DISK_FULL}, {@code FILE_NOT_WRITABLE}; what was stored before stays as it was.
 */
public final class RunWriter implements AutoCloseable {
  private final RunPaths paths;
  private final RunLock lock;
  private final TrainingWriter training;
  private final Optional<List<Path>> begun;
  private Manifest manifest;

  RunWriter(RunPaths paths, Manifest manifest, RunLock lock) {
    this(paths, manifest, lock, Optional.empty());
  }

  /** Of a run that begins; these folders did not exist before, innermost first. */
  static RunWriter begin(RunPaths paths, Manifest manifest, RunLock lock, List<Path> created) {
    return new RunWriter(paths, manifest, lock, Optional.of(created));
  }

  private RunWriter(RunPaths paths, Manifest manifest, RunLock lock, Optional<List<Path>> begun) {
    this.paths = paths;
    this.manifest = manifest;
    this.lock = lock;
    this.begun = begun;
    this.training = new TrainingWriter(paths, this);
  }

  static RunWriter open(RunPaths paths) {
    ManifestFile.read(paths);
    RunLock lock = RunLock.acquire(paths);
    try {
      for (String folder : RunPaths.FOLDERS) {
        TemporaryName.removeAbandoned(paths.at(folder));
      }
      return new RunWriter(paths, ManifestFile.read(paths), lock);
    } catch (IOException e) {
      lock.close();
      throw FileFailure.writing(paths.root(), e);
    } catch (ThalwegException e) {
      lock.close();
      throw e;
    }
  }

  public Path path() {
    return paths.root();
  }

  /** The same folder for reading. */
  public RunFolder folder() {
    return new RunFolder(paths);
  }

  /** The part of this folder that a training fills. */
  public TrainingWriter training() {
    return training;
  }

  /**
   * Opens the ledger of unfinished work: the one that was begun with the same fingerprint, or a new
   * one under a new id. Work that was begun with other fingerprints stays.
   *
   * @param fingerprint as for {@link FileLedger#open}
   */
  public synchronized PendingResult resume(String probe, String fingerprint) {
    for (int number = 1; ; number++) {
      String id = id(probe, number);
      Path file = paths.at(RunPaths.ledger(id));
      boolean free = manifest.result(id).isEmpty();
      if (free && (!Files.exists(file) || FileLedger.belongsTo(file, fingerprint))) {
        return new PendingResult(id, FileLedger.open(file, fingerprint, paths.durability()));
      }
    }
  }

  /** Stores a result under a new id, which is returned. */
  public synchronized String store(ProbeResult result, Provenance provenance) {
    String id = newId(result.probe());
    store(id, result, provenance, Map.of());
    return id;
  }

  /** Stores a result under the id of its ledger, which is removed then. */
  public synchronized void store(PendingResult pending, ProbeResult result, Provenance provenance) {
    pending.ledger().close();
    store(pending.id(), result, provenance, Map.of());
  }

  /**
   * Stores a result.
   *
   * @param id as {@link #newId} or {@link #resume} gave it
   * @param more arrays that the result does not hold itself, such as eigenvectors
   * @throws ThalwegException {@code FILE_EXISTS} if the id is taken: results never change
   */
  public synchronized void store(
      String id, ProbeResult result, Provenance provenance, Map<String, NumericArray> more) {
    if (manifest.result(id).isPresent()) {
      throw ThalwegException.of(ErrorCode.FILE_EXISTS)
          .expected("an id that is free in " + paths.root())
          .found("a result '" + id + "'")
          .next("store the result under another id");
    }
    Map<String, NumericArray> arrays = new LinkedHashMap<>(ProbeFormats.arrays(result));
    arrays.putAll(more);
    paths.writeArrays(RunPaths.arrays(id), arrays);
    paths.writeText(RunPaths.table(id), CsvTable.print(ProbeFormats.table(result)));
    paths.writeText(RunPaths.document(id), ResultJson.write(result, provenance));
    writeMeasurements(id, result);
    update(manifest.with(new ResultEntry(id, result.probe(), result.outcome())));
    removeLedger(id);
  }

  /** An id under which nothing is stored or begun: {@code surface}, {@code surface-2}, … */
  public synchronized String newId(String probe) {
    Predicate<String> free =
        id -> manifest.result(id).isEmpty() && !Files.exists(paths.at(RunPaths.ledger(id)));
    int number = 1;
    while (!free.test(id(probe, number))) {
      number++;
    }
    return id(probe, number);
  }

  private static String id(String probe, int number) {
    return number == 1 ? probe : probe + "-" + number;
  }

  private void writeMeasurements(String id, ProbeResult result) {
    Path file = paths.at(RunPaths.MEASUREMENTS);
    List<String> ids = manifest.results().stream().map(ResultEntry::id).toList();
    List<List<String>> rows = new ArrayList<>();
    try {
      if (Files.exists(file)) {
        rows.addAll(MeasurementTable.rowsOf(ids, TextFile.read(file), file.toString()));
      }
    } catch (ThalwegException e) {
      // Someone edited the table. It repeats what the results say, so none is lost over it.
      rows.clear();
    }
    rows.addAll(MeasurementTable.rows(id, result));
    paths.writeText(
        RunPaths.MEASUREMENTS, CsvTable.print(new Table(MeasurementTable.COLUMNS, rows)));
  }

  private void removeLedger(String id) {
    Path ledger = paths.at(RunPaths.ledger(id));
    try {
      Files.deleteIfExists(ledger);
    } catch (IOException e) {
      throw FileFailure.writing(ledger, e);
    }
  }

  synchronized Manifest manifest() {
    return manifest;
  }

  synchronized void update(Manifest next) {
    ManifestFile.write(paths, next);
    manifest = next;
  }

  /** Closes, and removes a run that began with this writer if nothing was kept in it. */
  public synchronized void closeOrDiscard() {
    if (begun.isPresent() && RunCreation.holdsNothing(paths)) {
      RunCreation.discard(paths, begun.get(), lock);
    } else {
      close();
    }
  }

  /** Lets the next writer in. */
  @Override
  public void close() {
    lock.close();
  }
}
