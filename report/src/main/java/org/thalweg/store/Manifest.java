package org.thalweg.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.thalweg.result.Outcome;

/**
 * The table of contents of a run folder. What it does not list does not count, so a folder changes
 * at the instant at which the manifest is replaced.
 *
 * @param created when the run began, ISO 8601 in UTC
 * @param codeVersion version of Thalweg that began it
 * @param training how the training ended; empty when nothing was trained here
 * @param finalWeights whether there are weights of a finished training
 * @param checkpoint whether there is a state to resume from
 * @param snapshots by step
 * @param results in the order in which they were stored
 */
record Manifest(
    String title,
    String created,
    String codeVersion,
    Optional<Outcome> training,
    boolean finalWeights,
    boolean checkpoint,
    List<Snapshot> snapshots,
    List<ResultEntry> results) {
  Manifest {
    snapshots = snapshots.stream().sorted(Comparator.comparingLong(Snapshot::step)).toList();
    results = List.copyOf(results);
  }

  static Manifest empty(String title, String created, String codeVersion) {
    return new Manifest(
        title, created, codeVersion, Optional.empty(), false, false, List.of(), List.of());
  }

  Optional<ResultEntry> result(String id) {
    return results.stream().filter(entry -> entry.id().equals(id)).findFirst();
  }

  Manifest withTraining(Outcome outcome) {
    return new Manifest(
        title,
        created,
        codeVersion,
        Optional.of(outcome),
        finalWeights,
        checkpoint,
        snapshots,
        results);
  }

  Manifest withFinalWeights(boolean present) {
    return new Manifest(
        title, created, codeVersion, training, present, checkpoint, snapshots, results);
  }

  Manifest withCheckpoint(boolean present) {
    return new Manifest(
        title, created, codeVersion, training, finalWeights, present, snapshots, results);
  }

  Manifest withSnapshots(List<Snapshot> all) {
    return new Manifest(
        title, created, codeVersion, training, finalWeights, checkpoint, all, results);
  }

  /** With this snapshot in place of an earlier one of the same step. */
  Manifest with(Snapshot snapshot) {
    List<Snapshot> all = new ArrayList<>(snapshots);
    all.removeIf(other -> other.step() == snapshot.step());
    all.add(snapshot);
    return withSnapshots(all);
  }

  Manifest with(ResultEntry result) {
    List<ResultEntry> all = new ArrayList<>(results);
    all.add(result);
    return new Manifest(
        title, created, codeVersion, training, finalWeights, checkpoint, snapshots, all);
  }
}
