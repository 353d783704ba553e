package org.thalweg.probe.sharpness;

import org.thalweg.result.SharpnessValue;

/**
 * Sharpness in a box that grows with the parameters: 100·(max L(θ + Ay) − L(θ)) / (1 + L(θ)) over
 * |yᵢ| ≤ ε(|(A⁺θ)ᵢ| + 1), with A the identity, or with p random orthonormal columns.
 *
 * <p>A percentage. The maximum by projected gradient ascent ({@link WorstCase}) instead of the ten
 * iterations of L-BFGS-B of the authors; usual ε = 10⁻³, p = 100. The paper does not say how the
 * columns are scaled; orthonormal ones keep the box comparable with that of the full space. Costs
 * as {@link BallSharpness}; memory for the subspace: p vectors. The standard error over samples
 * takes the denominator as known.
 *
 * <p><b>When it misleads.</b> The "+ 1" gives small parameters a box that is huge for them, so it
 * changes under rescaling of layers; the box of the full space has corners at distance ε√d. A
 * random subspace misses the sharp directions: it tells networks apart less and less as d grows.
 *
 * <p>Source: Keskar, Mudigere, Nocedal, Smelyanskiy, Tang (2017), metric 2.1.
 *
 * @param radius ε
 * @param subspace p; 0 for the full space
 */
public record KeskarSharpness(double radius, int subspace, SharpnessOptions options)
    implements SharpnessMeasure {
  private static final double PERCENT = 100;

  @Override
  public String name() {
    return subspace == 0 ? "keskar" : "keskar-subspace";
  }

  @Override
  public SharpnessValue measure(SharpnessPoint point) {
    point.differentiable();
    try (Displacement displacement = displacement(point)) {
      Neighbourhood box = new Neighbourhood(displacement, PerturbationNorm.LINF, radius);
      double factor = PERCENT / point.onePlusLoss();
      return new WorstCase(options)
          .find(point, box)
          .value(name(), point, displacement, factor)
          .withRadius(radius, "max |yᵢ|/(|(A⁺θ)ᵢ| + 1)")
          .withDetail("dimensions", displacement.dimension());
    }
  }

  private Displacement displacement(SharpnessPoint point) {
    return subspace == 0
        ? ScaledCoordinates.magnitudes(point.theta(), 1)
        : RandomSubspace.of(point.theta(), subspace, options.seed());
  }
}
