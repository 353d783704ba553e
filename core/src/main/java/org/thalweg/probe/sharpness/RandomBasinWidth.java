package org.thalweg.probe.sharpness;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.stat.StatUtils;
import org.thalweg.direction.BiasRule;
import org.thalweg.direction.Direction;
import org.thalweg.direction.Normalization;
import org.thalweg.direction.RandomDirection;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.execution.InMemoryLedger;
import org.thalweg.execution.LocalEvaluator;
import org.thalweg.execution.PointPlan;
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.linalg.Vector;
import org.thalweg.result.BasinWidth;
import org.thalweg.result.Outcome;
import org.thalweg.result.SharpnessError;
import org.thalweg.result.SharpnessValue;
import org.thalweg.result.Values;

/**
 * The width of the basin around θ at the level L(θ) + t: the length of the interval of α around 0
 * in which L(θ + αd) ≤ L(θ) + t, as a mean over random directions d, filter-normalised, biases
 * zero.
 *
 * <p>Each direction is looked at in 41 points from α = −1 to 1, joined by straight lines. α = 1 is
 * a step as long as the weights. The standard error is that of the mean over directions; {@code
 * gridUncertainty} is the mean spacing of points at the two ends. Costs 41 forward passes for each
 * direction; values only. Rescaling whole layers leaves it as it is.
 *
 * <p><b>When it misleads.</b> A direction in which the loss stays below the level counts as 2 wide:
 * then the value is a lower bound and the outcome says that the range ran out. Random directions
 * all but never meet the few sharp ones, in which the basin is far narrower. A curve may come down
 * again outside.
 *
 * <p>Source: report R4; the normalisation is that of Li, Xu, Taylor, Studer, Goldstein (2018).
 *
 * @param rise t
 */
public record RandomBasinWidth(double rise, SharpnessOptions options) implements SharpnessMeasure {
  private static final Values ALPHA = Values.linspace(-1, 1, 41);

  @Override
  public String name() {
    return "basin-width";
  }

  @Override
  public SharpnessValue measure(SharpnessPoint point) {
    int n = options.draws();
    double[] widths = new double[n];
    double[] uncertainties = new double[n];
    int open = 0;
    for (int k = 0; k < n; k++) {
      point.requireNotCancelled();
      BasinWidth basin = BasinWidth.of(ALPHA, losses(point, k), point.loss() + rise);
      widths[k] = basin.width();
      uncertainties[k] = basin.uncertainty();
      open += basin.bounded() ? 0 : 1;
      point.progress((k + 1.0) / n);
    }
    SharpnessValue value =
        SharpnessValue.of(name(), StatUtils.mean(widths))
            .withError(
                new SharpnessError(
                    AverageNoise.standardError(widths),
                    "standard error over directions",
                    Double.NaN))
            .withRadius(rise, "rise of the loss")
            .withDraws(n)
            .withDetail("narrowest", StatUtils.min(widths))
            .withDetail("gridUncertainty", StatUtils.mean(uncertainties))
            .withDetail("openDirections", open);
    return open > 0 ? value.withOutcome(Outcome.BUDGET_EXHAUSTED) : value;
  }

  private Values losses(SharpnessPoint point, int index) {
    Vector theta = point.theta();
    Direction direction =
        RandomDirection.of(theta.dimension(), options.seed(), index)
            .normalized(
                Normalization.FILTER, BiasRule.ZERO, point.objective().layout(), theta.toArray());
    List<double[]> places =
        Arrays.stream(ALPHA.toArray()).mapToObj(alpha -> new double[] {alpha}).toList();
    ExecutionOptions silent = point.execution().withListener((activity, done, total) -> {});
    try (Vector d = direction.in(theta.space())) {
      Values losses =
          new LocalEvaluator()
              .evaluate(
                  point.objective(),
                  new PointPlan("basin width", new AffineSubspace(theta, List.of(d)), places),
                  new InMemoryLedger(),
                  silent)
              .losses();
      point.requireNotCancelled();
      return losses;
    }
  }
}
