package org.thalweg.app;

import java.util.Arrays;
import java.util.List;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.probe.trajectory.Snapshots;
import org.thalweg.store.RunFolder;
import org.thalweg.store.RunReference;
import org.thalweg.store.Snapshot;
import org.thalweg.torch.network.NamedWeights;

/** The snapshots of a training in its run folder, each read from its file when it is asked for. */
final class RunSnapshots implements Snapshots {
  private final RunFolder run;
  private final ParameterLayout layout;
  private final List<Snapshot> snapshots;

  RunSnapshots(RunFolder run, ParameterLayout layout) {
    this.run = run;
    this.layout = layout;
    this.snapshots = require(run);
  }

  /**
   * What there is.
   *
   * @throws ThalwegException {@code NOT_APPLICABLE} when fewer than two snapshots were recorded
   */
  static List<Snapshot> require(RunFolder run) {
    List<Snapshot> snapshots = run.snapshots();
    if (snapshots.size() < 2) {
      throw ThalwegException.of(ErrorCode.NOT_APPLICABLE)
          .expected("a run with at least two snapshots of its training")
          .found("%d in %s".formatted(snapshots.size(), run.path()))
          .next(
              "train with --snapshots, which keeps the weights at the start, after each epoch (or"
                  + " every N steps with --record-every) and at the end");
    }
    return snapshots;
  }

  /** How many a model's own run recorded; 0 if it is not the end of a training of ours. */
  static int among(ProbeSession session) {
    OpenedModel model = session.model();
    boolean end = model.trainedHere() && RunReference.parse(model.reference()).moment().isEmpty();
    return end ? RunFolder.open(model.home()).snapshots().size() : 0;
  }

  @Override
  public int count() {
    return snapshots.size();
  }

  @Override
  public int dimension() {
    return layout.dimension();
  }

  @Override
  public void read(int index, double[] target) {
    RunReference.Moment moment =
        new RunReference.Moment(RunReference.Unit.STEP, snapshots.get(index).step());
    try {
      double[] theta = NamedWeights.join(layout, run.weights(moment));
      System.arraycopy(theta, 0, target, 0, target.length);
    } catch (ThalwegException e) {
      if (e.code() != ErrorCode.WEIGHTS_NOT_FINITE) {
        throw e;
      }
      Arrays.fill(target, Double.NaN); // a training that diverged has a path up to there
    }
  }

  @Override
  public long step(int index) {
    return snapshots.get(index).step();
  }

  @Override
  public double epoch(int index) {
    return snapshots.get(index).epoch();
  }

  /** Steps of all of them. */
  List<Long> steps() {
    return snapshots.stream().map(Snapshot::step).toList();
  }
}
