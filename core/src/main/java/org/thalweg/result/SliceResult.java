package org.thalweg.result;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * The loss along a line θ + αd.
 *
 * @param direction how the direction arose, in words: kind, normalisation, seed
 * @param alpha the steps α, in units of the direction
 * @param loss mean loss at each α; NaN where it was not computed
 * @param lossStandardError standard error of each mean over the samples
 * @param accuracy share of right answers at each α; NaN where the task has none
 * @param outcome cancelled if a point is missing, non-finite if some loss is NaN or infinite
 * @param cost of the points computed, not of those resumed
 */
public record SliceResult(
    String direction,
    Values alpha,
    Values loss,
    Values lossStandardError,
    Values accuracy,
    Outcome outcome,
    Cost cost)
    implements ProbeResult {
  public SliceResult {
    for (Values values : List.of(loss, lossStandardError, accuracy)) {
      if (values.size() != alpha.size()) {
        throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
            .expected(alpha.size() + " values, one for each step")
            .found(values.size() + " values")
            .next("give one value for every step, NaN where it is missing");
      }
    }
  }

  @Override
  public String probe() {
    return "slice";
  }

  /** Location of the minimum, curvature of the nearest parabola. */
  public SliceShape shape() {
    return SliceShape.of(this);
  }

  @Override
  public List<Measurement> measurements() {
    SliceShape shape = shape();
    QuadraticFit parabola = shape.parabola();
    List<Measurement> all =
        new ArrayList<>(LossSummary.of("along the line", loss, lossStandardError, outcome));
    all.add(
        new Measurement(
            "α of the lowest loss",
            shape.minimumAlpha(),
            shape.spacing(),
            shape.interior() ? "grid spacing" : "grid spacing; at the end of the range",
            outcome));
    all.add(
        new Measurement(
            "curvature of the nearest parabola",
            parabola.curvature(),
            parabola.curvatureStandardError(),
            "standard error of the fit",
            outcome));
    all.add(Measurement.exact("R² of the nearest parabola", parabola.rSquared(), outcome));
    all.addAll(LineMeasurements.of(alpha, loss, outcome));
    return all;
  }
}
