package org.thalweg.probe.sharpness;

import org.thalweg.result.SharpnessValue;

/**
 * Worst-case sharpness, adaptive or not: max L(θ + δ) − L(θ) over ‖δ/c‖ₚ ≤ ρ, p = 2 or ∞.
 *
 * <p>With c = |θ| it does not move under a rescaling of parameters that leaves the network the
 * same. The maximum by auto-PGD ({@link WorstCase}) in the coordinates δ/c, where the neighbourhood
 * is an exact ball or box: parameters that are 0 stay 0 and nothing is divided by them. On the
 * whole data here; the published values are means over mini-batches ({@link MiniBatchSharpness}) of
 * the loss of normalised logits. Costs as {@link BallSharpness}.
 *
 * <p><b>When it misleads.</b> A lower bound of the maximum, found for these data. Invariance under
 * rescaling does not make it predict generalisation: in the second source it mostly does not.
 *
 * <p>Source: Kwon, Kim, Park, Choi (2021); Andriushchenko, Croce, Müller, Hein, Flammarion (2023);
 * the ascent: Croce, Hein (2020).
 *
 * @param radius ρ
 * @param box whether p = ∞
 * @param scale c
 */
public record WorstCaseSharpness(
    double radius, boolean box, AdaptiveScale scale, SharpnessOptions options)
    implements SharpnessMeasure {
  @Override
  public String name() {
    return scale.prefix() + (box ? "worst-linf" : "worst-l2");
  }

  @Override
  public SharpnessValue measure(SharpnessPoint point) {
    ScaledCoordinates displacement = scale.at(point);
    PerturbationNorm norm = box ? PerturbationNorm.LINF : PerturbationNorm.L2;
    return new WorstCase(options)
        .find(point, new Neighbourhood(displacement, norm, radius))
        .value(name(), point, displacement, 1)
        .withRadius(radius, box ? scale.box() : scale.ball());
  }
}
