package org.thalweg.probe.trajectory;

import java.util.Arrays;
import org.thalweg.result.PathGeometry;
import org.thalweg.result.Values;

/** Step lengths, turns and distances of a path, from differences of the snapshots themselves. */
final class PathLengths {
  private PathLengths() {}

  /** Reads each snapshot once; memory for six of them. */
  static PathGeometry of(Snapshots snapshots) {
    int n = snapshots.count();
    int d = snapshots.dimension();
    double[] start = read(snapshots, 0);
    double[] end = read(snapshots, n - 1);
    double[] lengths = missing(n);
    double[] turns = missing(n);
    double[] fromStart = new double[n];
    double[] fromEnd = new double[n];
    double[] before = start.clone();
    double[] now = start.clone();
    double[] stepIn = new double[d];
    double[] stepOut = new double[d];
    for (int i = 0; i < n; i++) {
      snapshots.read(i, now);
      fromStart[i] = distance(now, start);
      fromEnd[i] = distance(now, end);
      if (i > 0) {
        for (int j = 0; j < d; j++) {
          stepOut[j] = now[j] - before[j];
        }
        lengths[i] = Math.sqrt(SnapshotGram.dot(stepOut, stepOut));
        if (i > 1) {
          // 0/0 for a step of length 0 is NaN, as it should be.
          turns[i - 1] =
              SnapshotGram.dot(stepIn, stepOut)
                  / Math.sqrt(SnapshotGram.dot(stepIn, stepIn))
                  / lengths[i];
        }
        double[] swap = stepIn;
        stepIn = stepOut;
        stepOut = swap;
      }
      double[] swap = before;
      before = now;
      now = swap;
    }
    return new PathGeometry(
        Values.of(lengths), Values.of(turns), Values.of(fromStart), Values.of(fromEnd));
  }

  private static double[] read(Snapshots snapshots, int index) {
    double[] row = new double[snapshots.dimension()];
    snapshots.read(index, row);
    return row;
  }

  private static double[] missing(int n) {
    double[] values = new double[n];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  private static double distance(double[] x, double[] y) {
    double sum = 0;
    for (int j = 0; j < x.length; j++) {
      sum += (x[j] - y[j]) * (x[j] - y[j]);
    }
    return Math.sqrt(sum);
  }
}
