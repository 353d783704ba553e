package org.thalweg.result;

import java.util.ArrayList;
import java.util.List;

/**
 * A surface computed only where it cannot be interpolated.
 *
 * @param surface the computed points; NaN at all others
 * @param computed 1 at the points that were computed, 0 at the others
 * @param interpolated the interpolated loss at the points that were not computed; NaN at those that
 *     were, and where a corner of the cell is missing
 * @param requestedError the interpolation error asked for, as a share of the range of the losses
 * @param estimatedError the largest error seen in a cell that was not divided further, as a share
 *     of the range: that of the interpolation from its corners at the points in the middle of its
 *     edges and of the cell, which were then computed too
 */
public record AdaptiveSurfaceResult(
    SurfaceResult surface,
    Grid computed,
    Grid interpolated,
    double requestedError,
    double estimatedError)
    implements ProbeResult {
  /** The same result with these named points. */
  public AdaptiveSurfaceResult withMarks(List<PlanePoint> points) {
    return new AdaptiveSurfaceResult(
        surface.withMarks(points), computed, interpolated, requestedError, estimatedError);
  }

  @Override
  public String probe() {
    return "adaptive-surface";
  }

  @Override
  public Outcome outcome() {
    return surface.outcome();
  }

  @Override
  public Cost cost() {
    return surface.cost();
  }

  public boolean isComputed(int i, int j) {
    return computed.get(i, j) == 1;
  }

  public int computedPoints() {
    return (int) computed.values().stream().filter(one -> one == 1).count();
  }

  /** The computed loss where there is one, the interpolated one elsewhere: for pictures. */
  public Grid filled() {
    double[] filled = surface.loss().values().toArray();
    for (int k = 0; k < filled.length; k++) {
      if (computed.values().get(k) != 1) {
        filled[k] = interpolated.values().get(k);
      }
    }
    return new Grid(computed.rows(), computed.columns(), Values.of(filled));
  }

  @Override
  public List<Measurement> measurements() {
    int all = computed.values().size();
    List<Measurement> rows = new ArrayList<>();
    rows.add(
        Measurement.exact(
            "largest interpolation error seen, share of the range", estimatedError, outcome()));
    rows.add(Measurement.exact("interpolation error asked for", requestedError, outcome()));
    rows.add(Measurement.exact("points computed", computedPoints(), outcome()));
    rows.add(
        Measurement.exact(
            "points saved, share of the grid", 1 - computedPoints() / (double) all, outcome()));
    rows.addAll(
        LossSummary.of(
            "at computed points",
            Values.of(surface.loss().values().stream().filter(v -> !Double.isNaN(v)).toArray()),
            Values.of(
                java.util.stream.IntStream.range(0, all)
                    .filter(k -> !Double.isNaN(surface.loss().values().get(k)))
                    .mapToDouble(k -> surface.lossStandardError().values().get(k))
                    .toArray()),
            outcome()));
    return rows;
  }
}
