package org.thalweg.probe.trajectory;

import java.util.Arrays;
import java.util.List;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** Snapshots in memory, one step and one epoch apart: for small problems and functions. */
public final class GivenSnapshots implements Snapshots {
  private final List<double[]> rows;

  /** These points in the order of time; they are copied. */
  public GivenSnapshots(List<double[]> points) {
    this.rows = points.stream().map(double[]::clone).toList();
    if (rows.stream().mapToInt(row -> row.length).distinct().count() != 1) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected("at least one snapshot, all of the same number of parameters")
          .found(rows.size() + " snapshots of different lengths, or none")
          .next("give the points of one path");
    }
  }

  /** As the constructor. */
  public static GivenSnapshots of(double[]... points) {
    return new GivenSnapshots(Arrays.asList(points));
  }

  @Override
  public int count() {
    return rows.size();
  }

  @Override
  public int dimension() {
    return rows.get(0).length;
  }

  @Override
  public void read(int index, double[] target) {
    System.arraycopy(rows.get(index), 0, target, 0, target.length);
  }

  @Override
  public long step(int index) {
    return index;
  }

  @Override
  public double epoch(int index) {
    return index;
  }
}
