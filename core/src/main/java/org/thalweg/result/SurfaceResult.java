package org.thalweg.result;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * The loss over a plane θ + αd₁ + βd₂; {@code loss.get(i, j)} is at (α_i, β_j).
 *
 * @param directions how the two directions arose, in words
 * @param alpha the steps along the first direction
 * @param beta the steps along the second direction
 * @param loss mean loss; NaN where it was not computed
 * @param lossStandardError standard error of each mean over the samples
 * @param accuracy share of right answers; NaN where the task has none
 * @param cosine cosine between the two directions (random ones are nearly, not exactly, orthogonal)
 * @param marks named points of the plane, e.g. the networks that span it; the point under study, at
 *     (0, 0), is only among them where it has a name
 * @param outcome cancelled if a point is missing, non-finite if some loss is NaN or infinite
 * @param cost of the points computed, not of those resumed
 */
public record SurfaceResult(
    List<String> directions,
    Values alpha,
    Values beta,
    Grid loss,
    Grid lossStandardError,
    Grid accuracy,
    double cosine,
    List<PlanePoint> marks,
    Outcome outcome,
    Cost cost)
    implements ProbeResult {
  public SurfaceResult {
    directions = List.copyOf(directions);
    marks = List.copyOf(marks);
    for (Grid grid : List.of(loss, lossStandardError, accuracy)) {
      if (grid.rows() != alpha.size() || grid.columns() != beta.size()) {
        throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
            .expected(alpha.size() + " × " + beta.size() + " values, the first index along α")
            .found(grid.rows() + " × " + grid.columns() + " values")
            .next("give the value at (α_i, β_j) as get(i, j); perhaps the grid is transposed");
      }
    }
  }

  /** Without named points. */
  public SurfaceResult(
      List<String> directions,
      Values alpha,
      Values beta,
      Grid loss,
      Grid lossStandardError,
      Grid accuracy,
      double cosine,
      Outcome outcome,
      Cost cost) {
    this(
        directions,
        alpha,
        beta,
        loss,
        lossStandardError,
        accuracy,
        cosine,
        List.of(),
        outcome,
        cost);
  }

  /** The same result with these named points. */
  public SurfaceResult withMarks(List<PlanePoint> points) {
    return new SurfaceResult(
        directions, alpha, beta, loss, lossStandardError, accuracy, cosine, points, outcome, cost);
  }

  @Override
  public String probe() {
    return "surface";
  }

  /** Location of the minimum, number of valleys. */
  public SurfaceShape shape() {
    return SurfaceShape.of(this);
  }

  @Override
  public List<Measurement> measurements() {
    SurfaceShape shape = shape();
    String spacing = shape.interior() ? "grid spacing" : "grid spacing; on the border of the grid";
    List<Measurement> all =
        new ArrayList<>(
            LossSummary.of("on the plane", loss.values(), lossStandardError.values(), outcome));
    all.add(
        new Measurement(
            "α of the lowest loss", shape.minimumAlpha(), shape.alphaSpacing(), spacing, outcome));
    all.add(
        new Measurement(
            "β of the lowest loss", shape.minimumBeta(), shape.betaSpacing(), spacing, outcome));
    all.add(
        Measurement.exact(
            "strict local minima inside the grid", shape.strictLocalMinima(), outcome));
    all.add(Measurement.exact("cosine between the directions", cosine, outcome));
    all.addAll(SurfaceMeasurements.of(this));
    return all;
  }
}
