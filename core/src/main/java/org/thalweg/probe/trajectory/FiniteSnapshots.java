package org.thalweg.probe.trajectory;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** Those snapshots whose entries are all finite; one that is not would make everything NaN. */
final class FiniteSnapshots implements Snapshots {
  private final Snapshots all;
  private final int[] kept;
  private final double[] omittedSteps;

  private FiniteSnapshots(Snapshots all, int[] kept, double[] omittedSteps) {
    this.all = all;
    this.kept = kept;
    this.omittedSteps = omittedSteps;
  }

  /** Reads all of them once. */
  static FiniteSnapshots of(Snapshots all) {
    List<Integer> kept = new ArrayList<>();
    List<Integer> omitted = new ArrayList<>();
    double[] row = new double[all.dimension()];
    for (int i = 0; i < all.count(); i++) {
      all.read(i, row);
      (isFinite(row) ? kept : omitted).add(i);
    }
    if (kept.size() < 2) {
      throw ThalwegException.of(ErrorCode.NOT_APPLICABLE)
          .expected("at least two snapshots of finite weights, which make a path")
          .found("%d snapshots, %d of them finite".formatted(all.count(), kept.size()))
          .next("record snapshots while training: thalweg train … --snapshots");
    }
    return new FiniteSnapshots(
        all,
        kept.stream().mapToInt(Integer::intValue).toArray(),
        omitted.stream().mapToDouble(all::step).toArray());
  }

  private static boolean isFinite(double[] row) {
    double sum = 0;
    for (double entry : row) {
      sum += entry * 0; // 0 for a finite entry, NaN for all others
    }
    return sum == 0;
  }

  /** Steps of those that were left out. */
  double[] omittedSteps() {
    return omittedSteps.clone();
  }

  @Override
  public int count() {
    return kept.length;
  }

  @Override
  public int dimension() {
    return all.dimension();
  }

  @Override
  public void read(int index, double[] target) {
    all.read(kept[index], target);
  }

  @Override
  public long step(int index) {
    return all.step(kept[index]);
  }

  @Override
  public double epoch(int index) {
    return all.epoch(kept[index]);
  }
}
