package org.thalweg.app;

import java.util.Map;
import org.thalweg.array.NumericArray;
import org.thalweg.result.TrainingRecord;
import org.thalweg.store.Checkpoint;
import org.thalweg.store.Snapshot;
import org.thalweg.store.TrainingWriter;
import org.thalweg.torch.network.NamedWeights;
import org.thalweg.torch.network.Network;
import org.thalweg.torch.training.TrainingListener;
import org.thalweg.torch.training.TrainingState;

/** Puts what a trainer says into a run folder, as it is said. */
final class TrainingFiles implements TrainingListener {
  private final TrainingWriter writer;
  private final Network network;
  private final TrainingRecipe recipe;
  private final double checkpointSeconds;
  private long checkpointed = System.nanoTime();

  TrainingFiles(
      TrainingWriter writer, Network network, TrainingRecipe recipe, double checkpointSeconds) {
    this.writer = writer;
    this.network = network;
    this.recipe = recipe;
    this.checkpointSeconds = checkpointSeconds;
  }

  @Override
  public void onRecord(TrainingRecord record) {
    writer.record(record);
  }

  @Override
  public void onSnapshot(long step, double epoch, double[] theta) {
    writer.storeSnapshot(new Snapshot(step, epoch), named(theta));
  }

  @Override
  public void onCheckpoint(TrainingState state) {
    long now = System.nanoTime();
    if (now - checkpointed < checkpointSeconds * 1e9) {
      return;
    }
    checkpointed = now;
    writer.storeCheckpoint(new Checkpoint(named(state.theta().toDoubles()), state.arrays()));
  }

  private Map<String, NumericArray> named(double[] theta) {
    return NamedWeights.split(network.layout(), theta, recipe.training().precision());
  }
}
