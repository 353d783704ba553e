package org.thalweg.probe.trajectory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.thalweg.direction.Direction;
import org.thalweg.direction.DirectionSource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.ExplainedVariance;
import org.thalweg.result.Values;

/**
 * The directions along which the snapshots of a training vary most: the right singular vectors of
 * the matrix X of their differences, vₖ = Xᵀuₖ/σₖ, by the eigenvectors uₖ of the small matrix XXᵀ
 * (Sirovich 1987), orthonormal to rounding. The entry of largest magnitude of each is positive.
 *
 * <p><b>Cost.</b> n²d/2 multiplications for n snapshots of d parameters, and reading them two or
 * more times; float64 throughout. Memory: the components asked for, and a few snapshots.
 *
 * <p><b>When it misleads.</b> A random walk in many dimensions has principal components too: the
 * first two of them hold about 76 % of its variance (6/π² and 6/4π²) and the path looks like a
 * smooth arc. That two components hold much of the variance is therefore no sign of a
 * low-dimensional valley (Antognini and Sohl-Dickstein 2018). Snapshots that are not equally spaced
 * in time weight some phases of the training more than others.
 *
 * <p>Sources: Li, Xu, Taylor, Studer, Goldstein (2018); Lorch (2016).
 */
public final class PrincipalComponents {
  /** Components weaker than this share of the first are made of rounding errors. */
  private static final double NOISE = 1e-7;

  private final List<ExplainedVariance> variance;
  private final List<double[]> vectors;
  private final Decomposition reading;
  private final int snapshots;

  private PrincipalComponents(
      List<ExplainedVariance> variance,
      List<double[]> vectors,
      Decomposition reading,
      int snapshots) {
    this.variance = variance;
    this.vectors = vectors;
    this.reading = reading;
    this.snapshots = snapshots;
  }

  /** The first components of snapshots; those that are not finite are left out. */
  public static PrincipalComponents of(Snapshots snapshots, Decomposition reading, int most) {
    return of(FiniteSnapshots.of(snapshots), reading, most, () -> false);
  }

  /**
   * Of snapshots that are finite.
   *
   * @param most components at most; there are fewer if the path is flatter than that
   * @throws ThalwegException {@code NOT_APPLICABLE} if the snapshots do not differ
   */
  static PrincipalComponents of(
      FiniteSnapshots snapshots, Decomposition reading, int most, BooleanSupplier cancelled) {
    SnapshotGram gram = SnapshotGram.of(snapshots, cancelled);
    List<ExplainedVariance> variance = new ArrayList<>();
    variance.add(variance(gram, reading));
    Arrays.stream(Decomposition.values())
        .filter(other -> other != reading && other.rows(snapshots.count()) > 1)
        .forEach(other -> variance.add(variance(gram, other)));
    SnapshotGram.Axes axes = gram.axes(reading);
    double first = axes.sigma()[0];
    int rank = 0;
    while (rank < axes.sigma().length && axes.sigma()[rank] > NOISE * first) {
      rank++;
    }
    if (rank == 0) {
      throw ThalwegException.of(ErrorCode.NOT_APPLICABLE)
          .expected("snapshots that differ from each other")
          .found(snapshots.count() + " equal snapshots, or too few for this decomposition")
          .next("train for longer, with a learning rate above 0, and record again: --snapshots");
    }
    List<double[]> vectors = vectors(snapshots, reading, axes, Math.min(rank, most), cancelled);
    return new PrincipalComponents(List.copyOf(variance), vectors, reading, snapshots.count());
  }

  private static ExplainedVariance variance(SnapshotGram gram, Decomposition reading) {
    return new ExplainedVariance(reading.text(), Values.of(gram.axes(reading).sigma()));
  }

  private static List<double[]> vectors(
      Snapshots snapshots,
      Decomposition reading,
      SnapshotGram.Axes axes,
      int count,
      BooleanSupplier cancelled) {
    int d = snapshots.dimension();
    int m = reading.rows(snapshots.count());
    List<double[]> vectors = new ArrayList<>();
    double[] sums = new double[count];
    for (int k = 0; k < count; k++) {
      vectors.add(new double[d]);
      for (int i = 0; reading.centred() && i < m; i++) {
        sums[k] += axes.combinations().getEntry(i, k) / m;
      }
    }
    double[] last = new double[d];
    snapshots.read(snapshots.count() - 1, last);
    double[] row = new double[d];
    for (int i = 0; i < m; i++) {
      SnapshotGram.requireNotCancelled(cancelled);
      snapshots.read(i, row);
      for (int k = 0; k < count; k++) {
        // The sum of the weights is zero in exact arithmetic, so that centring changes nothing.
        double weight = axes.combinations().getEntry(i, k) - sums[k];
        double[] v = vectors.get(k);
        for (int j = 0; j < d; j++) {
          v[j] += weight * (row[j] - last[j]);
        }
      }
    }
    for (int k = 0; k < count; k++) {
      finish(vectors.get(k), vectors.subList(0, k));
    }
    return vectors;
  }

  /** Orthogonal to the earlier ones (twice is enough), of length 1, with its sign. */
  private static void finish(double[] v, List<double[]> earlier) {
    for (int pass = 0; pass < 2; pass++) {
      for (double[] u : earlier) {
        double along = SnapshotGram.dot(u, v);
        for (int j = 0; j < v.length; j++) {
          v[j] -= along * u[j];
        }
      }
      scale(v, 1 / Math.sqrt(SnapshotGram.dot(v, v)));
    }
    int largest = 0;
    for (int j = 1; j < v.length; j++) {
      largest = Math.abs(v[j]) > Math.abs(v[largest]) ? j : largest;
    }
    scale(v, Math.signum(v[largest]));
  }

  private static void scale(double[] v, double factor) {
    for (int j = 0; j < v.length; j++) {
      v[j] *= factor;
    }
  }

  /** How many there are: as many as asked for, or as many as the path has. */
  public int count() {
    return vectors.size();
  }

  /** The shares of variance; the reading that the directions come from is the first. */
  public List<ExplainedVariance> variance() {
    return variance;
  }

  /** Component {@code rank}, from 1; its length is 1. */
  public Direction direction(int rank) {
    if (rank < 1 || rank > count()) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("a principal component from 1 to " + count())
          .found(Integer.toString(rank))
          .next("choose one of these, or record more snapshots");
    }
    return Direction.of(
        new DirectionSource.PrincipalComponent(rank, snapshots, reading.text()),
        vectors.get(rank - 1));
  }

  /** All of them, not copied. */
  List<double[]> vectors() {
    return vectors;
  }
}
