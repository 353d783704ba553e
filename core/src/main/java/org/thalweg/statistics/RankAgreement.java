package org.thalweg.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hipparchus.stat.StatUtils;

/**
 * Whether a predictor orders trainings as the outcome does, and whether it does so when only one
 * hyper-parameter changes.
 *
 * <p>A correlation over all trainings can come from a single hyper-parameter that moves both. The
 * granulated coefficient Ψ asks along each axis separately:
 *
 * <pre>
 * ψ(axis) = mean over groups of trainings that differ in this axis only of τ(group)
 * Ψ       = mean of ψ over the axes
 * τ       = (pairs ordered alike − pairs ordered oppositely)/(n(n − 1)/2)
 * </pre>
 *
 * <p>A pair that is tied in either quantity agrees in nothing and counts 0, as in the paper; {@code
 * overall} over all cells is Kendall's τ_b, which divides by the pairs that are not tied.
 *
 * <p><b>Seeds.</b> Trainings with equal settings are one cell; predictor and outcome of a cell are
 * their means over seeds, so that seed noise does not count as disagreement. If every cell has two
 * trainings or more, the intervals are over seeds: trainings are drawn again within each cell, the
 * grid being fixed. Means of drawn trainings are noisier than means of trainings, so these
 * intervals lie towards 0, which BCa makes up for in part. Otherwise the intervals are over the
 * grid: groups are drawn again within each axis, and cells for the overall τ; there the groups
 * share cells and the intervals are approximate.
 *
 * <p>Rows with a missing value are left out. Axes with no group of two cells or more count for
 * nothing. Costs O(cells²) per resample.
 *
 * <p>Y. Jiang, B. Neyshabur, H. Mobahi, D. Krishnan and S. Bengio, Fantastic Generalization
 * Measures and Where to Find Them (ICLR 2020), section 2.2.
 *
 * @param overall Kendall's τ_b over all cells
 * @param granulated Ψ
 * @param axes ψ of each axis, by name
 * @param source what the intervals are over
 * @param cells distinct settings
 * @param count rows that entered
 * @param missing rows left out
 */
public record RankAgreement(
    Bootstrapped overall,
    Bootstrapped granulated,
    List<Axis> axes,
    Source source,
    int cells,
    int count,
    int missing) {

  /**
   * One training.
   *
   * @param settings hyper-parameter → value, e.g. width → 64; without the seed
   * @param predictor e.g. a sharpness
   * @param outcome e.g. the generalization gap
   */
  public record Row(Map<String, String> settings, double predictor, double outcome) {
    /** Keeps a copy. */
    public Row {
      settings = Map.copyOf(settings);
    }
  }

  /** What varies between resamples. */
  public enum Source {
    /** Trainings within cells. */
    SEEDS,
    /** Groups within axes, and cells. */
    GRID
  }

  /**
   * The agreement along one hyper-parameter.
   *
   * @param name of the hyper-parameter
   * @param agreement ψ
   * @param groups how many groups of two cells or more there are
   */
  public record Axis(String name, Bootstrapped agreement, int groups) {}

  /** Keeps a copy. */
  public RankAgreement {
    axes = List.copyOf(axes);
  }

  /** Of trainings. */
  public static RankAgreement of(List<Row> rows, Bootstrap bootstrap) {
    RankGrid grid = RankGrid.of(rows);
    return grid.replicated() ? overSeeds(grid, bootstrap) : overGrid(grid, bootstrap);
  }

  /** The axis of this name, if it is one. */
  public Optional<Axis> axis(String name) {
    return axes.stream().filter(axis -> axis.name().equals(name)).findFirst();
  }

  private static RankAgreement overSeeds(RankGrid grid, Bootstrap bootstrap) {
    Resampling seeds = Resampling.stratified(grid.cellOfRow());
    List<Axis> axes =
        grid.axes().stream()
            .map(
                axis ->
                    new Axis(
                        axis.name(),
                        bootstrap.interval(seeds, rows -> grid.means(rows).agreement(axis)),
                        axis.groups().size()))
            .toList();
    return new RankAgreement(
        bootstrap.interval(seeds, rows -> grid.means(rows).overall()),
        bootstrap.interval(seeds, rows -> grid.means(rows).granulated(grid.axes())),
        axes,
        Source.SEEDS,
        grid.cells(),
        grid.count(),
        grid.missing());
  }

  private static RankAgreement overGrid(RankGrid grid, Bootstrap bootstrap) {
    CellMeans means = grid.means();
    List<Axis> axes = new ArrayList<>();
    List<Double> taus = new ArrayList<>();
    List<String> axisOfTau = new ArrayList<>();
    for (RankGrid.AxisGroups axis : grid.axes()) {
      double[] own = axis.groups().stream().mapToDouble(means::tau).toArray();
      Bootstrapped psi =
          bootstrap.interval(
              Resampling.independent(own.length),
              drawn -> StatUtils.mean(CompleteRows.at(drawn, own)));
      axes.add(new Axis(axis.name(), psi, own.length));
      for (double tau : own) {
        taus.add(tau);
        axisOfTau.add(axis.name());
      }
    }
    return new RankAgreement(
        bootstrap.interval(Resampling.independent(grid.cells()), means::overall),
        bootstrap.interval(
            Resampling.stratified(axisOfTau), drawn -> meanOfMeans(drawn, taus, axisOfTau)),
        axes,
        Source.GRID,
        grid.cells(),
        grid.count(),
        grid.missing());
  }

  /** The mean over axes of the mean over the drawn groups of each. */
  private static double meanOfMeans(int[] drawn, List<Double> taus, List<String> axisOfTau) {
    return Arrays.stream(drawn)
        .boxed()
        .collect(Collectors.groupingBy(axisOfTau::get, Collectors.averagingDouble(taus::get)))
        .values()
        .stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(Double.NaN);
  }
}
