package org.thalweg.torch.training;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.result.TrainingRecord;

/** Keeps what a training hands out, and in which order. */
final class Recorder implements TrainingListener {
  final List<TrainingRecord> records = new ArrayList<>();
  final List<Long> snapshotSteps = new ArrayList<>();
  final List<double[]> snapshots = new ArrayList<>();
  final List<TrainingState> checkpoints = new ArrayList<>();
  final List<String> order = new ArrayList<>();

  @Override
  public void onRecord(TrainingRecord record) {
    records.add(record);
    order.add("record " + record.step());
  }

  @Override
  public void onSnapshot(long step, double epoch, double[] theta) {
    snapshotSteps.add(step);
    snapshots.add(theta);
    order.add("snapshot " + step);
  }

  @Override
  public void onCheckpoint(TrainingState state) {
    checkpoints.add(state);
    order.add("checkpoint " + state.step());
  }

  /** The records but for the time they took, which is never the same twice. */
  static List<TrainingRecord> timeless(List<TrainingRecord> records) {
    return records.stream()
        .map(
            record ->
                new TrainingRecord(
                    record.step(),
                    record.epoch(),
                    record.trainLoss(),
                    record.trainAccuracy(),
                    record.testLoss(),
                    record.testAccuracy(),
                    record.gradientNorm(),
                    record.learningRate(),
                    0))
        .toList();
  }
}
