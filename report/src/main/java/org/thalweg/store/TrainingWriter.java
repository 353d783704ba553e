package org.thalweg.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.array.NumericArray;
import org.thalweg.provenance.Provenance;
import org.thalweg.result.Cost;
import org.thalweg.result.Outcome;
import org.thalweg.result.TrainingRecord;

/**
 * Writes down a training while it runs. The order of calls is {@link #start} or {@link #resume},
 * then records, snapshots and checkpoints as they come, then {@link #finish}.
 *
 * <p>Until it is finished, the outcome in the folder is {@code cancelled}: that is what it is, if
 * the process does not come back.
 */
public final class TrainingWriter {
  private final RunPaths paths;
  private final RunWriter run;

  TrainingWriter(RunPaths paths, RunWriter run) {
    this.paths = paths;
    this.run = run;
  }

  /** Begins with an empty history, forgetting any earlier training of this run. */
  public void start(Provenance provenance) {
    synchronized (run) {
      run.update(
          run.manifest().withFinalWeights(false).withCheckpoint(false).withSnapshots(List.of()));
      TrainingJson.writeHistory(paths, List.of());
      write(Outcome.CANCELLED, Cost.NONE, provenance);
    }
  }

  /**
   * Goes on from a checkpoint: what was recorded after its step is dropped, since it comes again.
   */
  public void resume(long step) {
    synchronized (run) {
      TrainingJson.Document document = TrainingJson.read(paths);
      List<TrainingRecord> kept =
          TrainingJson.history(paths).stream().filter(record -> record.step() <= step).toList();
      TrainingJson.writeHistory(paths, kept);
      List<Snapshot> snapshots =
          run.manifest().snapshots().stream().filter(s -> s.step() <= step).toList();
      run.update(run.manifest().withSnapshots(snapshots).withFinalWeights(false));
      write(Outcome.CANCELLED, document.cost(), document.provenance());
    }
  }

  /** Appends a line to the history. */
  public void record(TrainingRecord record) {
    Path file = paths.at(RunPaths.HISTORY);
    byte[] line =
        CsvTable.line(TrainingTable.COLUMNS, TrainingTable.row(record))
            .getBytes(StandardCharsets.UTF_8);
    synchronized (run) {
      try (AppendOnlyFile history =
          AppendOnlyFile.open(file, Files.size(file), paths.durability())) {
        history.append(line);
      } catch (IOException e) {
        throw FileFailure.writing(file, e);
      }
    }
  }

  public void storeSnapshot(Snapshot snapshot, Map<String, NumericArray> weights) {
    synchronized (run) {
      paths.writeArrays(RunPaths.snapshot(snapshot.step()), weights);
      run.update(run.manifest().with(snapshot));
    }
  }

  /** Replaces the last checkpoint. */
  public void storeCheckpoint(Checkpoint checkpoint) {
    synchronized (run) {
      paths.writeArrays(RunPaths.CHECKPOINT, checkpoint.toArrays());
      if (!run.manifest().checkpoint()) {
        run.update(run.manifest().withCheckpoint(true));
      }
    }
  }

  public void storeFinalWeights(Map<String, NumericArray> weights) {
    synchronized (run) {
      paths.writeArrays(RunPaths.FINAL, weights);
      run.update(run.manifest().withFinalWeights(true));
    }
  }

  /** Says how it ended and what it cost. */
  public void finish(Outcome outcome, Cost cost) {
    synchronized (run) {
      write(outcome, cost, TrainingJson.read(paths).provenance());
    }
  }

  /** Writes down a training that is over, without its weights. */
  public void store(StoredTraining training) {
    synchronized (run) {
      TrainingJson.writeHistory(paths, training.history().records());
      write(training.history().outcome(), training.history().cost(), training.provenance());
    }
  }

  private void write(Outcome outcome, Cost cost, Provenance provenance) {
    TrainingJson.write(paths, new TrainingJson.Document(outcome, cost, provenance));
    if (!run.manifest().training().equals(Optional.of(outcome))) {
      run.update(run.manifest().withTraining(outcome));
    }
  }
}
