package org.thalweg.result;

import java.util.List;

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
 */
public record SurfaceResult(
    List<String> directions,
    Values alpha,
    Values beta,
    Grid loss,
    Grid lossStandardError,
    Grid accuracy,
    double cosine,
    Outcome outcome,
    Cost cost)
    implements ProbeResult {
  public SurfaceResult {
    directions = List.copyOf(directions);
  }

  @Override
  public String probe() {
    return "surface";
  }

  @Override
  public List<Measurement> measurements() {
    return LossSummary.of("on the plane", loss.values(), lossStandardError.values(), outcome);
  }
}
