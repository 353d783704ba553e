package org.thalweg.result;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The two ends of the Hessian's spectrum at every point of a plane.
 *
 * @param directions how the two directions arose
 * @param alpha the steps along the first direction
 * @param beta the steps along the second direction
 * @param largest λ_max at (α_i, β_j), algebraic, of the Hessian in all parameters; NaN where it was
 *     not computed
 * @param smallest λ_min there
 * @param residual the larger of ‖Hv − λv‖ / max(|λ|, 10⁻⁴·‖H‖) of the two
 * @param tolerance residuals up to this count as converged
 * @param cosine cosine between the two directions
 */
public record ConvexityMapResult(
    List<String> directions,
    Values alpha,
    Values beta,
    Grid largest,
    Grid smallest,
    Grid residual,
    double tolerance,
    double cosine,
    Outcome outcome,
    Cost cost)
    implements ProbeResult {
  public ConvexityMapResult {
    directions = List.copyOf(directions);
  }

  @Override
  public String probe() {
    return "convexity";
  }

  public boolean converged(int i, int j) {
    return residual.get(i, j) <= tolerance;
  }

  /**
   * |λ_min / λ_max| where both converged, NaN elsewhere: near 0 where the loss hardly bends
   * downwards (Li et al. 2018), above 1 where it bends down more than up.
   */
  public Grid ratio() {
    double[] ratio = new double[largest.values().size()];
    for (int k = 0; k < ratio.length; k++) {
      ratio[k] =
          residual.values().get(k) <= tolerance
              ? Math.abs(smallest.values().get(k) / largest.values().get(k))
              : Double.NaN;
    }
    return new Grid(largest.rows(), largest.columns(), Values.of(ratio));
  }

  @Override
  public List<Measurement> measurements() {
    Values ratio = ratio().values();
    double[] known = ratio.stream().filter(Double::isFinite).sorted().toArray();
    List<Measurement> all = new ArrayList<>();
    int middle = known.length / 2;
    double median =
        known.length == 0
            ? Double.NaN
            : known.length % 2 == 1 ? known[middle] : (known[middle - 1] + known[middle]) / 2;
    all.add(Measurement.exact("median |λ_min / λ_max| on the plane", median, outcome));
    all.add(
        Measurement.exact(
            "largest |λ_min / λ_max| on the plane",
            known.length == 0 ? Double.NaN : known[known.length - 1],
            outcome));
    all.add(
        Measurement.exact(
            "share of converged points where λ_min < −0.01·λ_max",
            known.length == 0
                ? Double.NaN
                : IntStream.range(0, ratio.size())
                        .filter(k -> Double.isFinite(ratio.get(k)))
                        .filter(k -> smallest.values().get(k) < -0.01 * largest.values().get(k))
                        .count()
                    / (double) known.length,
            outcome));
    all.add(
        Measurement.exact(
            "points without convergence", ratio.size() - (double) known.length, outcome));
    return all;
  }
}
