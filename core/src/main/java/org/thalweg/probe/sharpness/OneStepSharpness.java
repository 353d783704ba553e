package org.thalweg.probe.sharpness;

import java.util.List;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.DifferentiableObjective;
import org.thalweg.result.SharpnessError;
import org.thalweg.result.SharpnessValue;

/**
 * The rise of the loss by the one step that sharpness-aware minimisation takes: L(θ + δ) − L(θ), δ
 * = ρT²∇L/‖T∇L‖₂, T = diag(c).
 *
 * <p>With c = 1 that of SAM (Foret, Kleiner, Mobahi, Neyshabur 2021); with c = |θ| or the norms of
 * filters that of ASAM (Kwon, Kim, Park, Choi 2021), without the 0.01 that the authors' program
 * adds to c. To first order it is ρ‖T∇L‖. At a stationary point it is 0. Costs one gradient and one
 * forward pass, two more if the objective knows its samples.
 *
 * <p><b>When it misleads.</b> It follows the gradient, not the sharpest direction: near a minimum
 * it measures how far from stationary the network is and can be near 0 however sharp the minimum;
 * with c = 1 it changes under rescaling of layers.
 *
 * @param radius ρ
 * @param scale c
 */
public record OneStepSharpness(double radius, AdaptiveScale scale) implements SharpnessMeasure {
  @Override
  public String name() {
    return switch (scale) {
      case PLAIN -> "sam";
      case ELEMENTWISE -> "asam";
      case FILTERWISE -> "asam-filter";
    };
  }

  @Override
  public SharpnessValue measure(SharpnessPoint point) {
    DifferentiableObjective objective = point.differentiable();
    ScaledCoordinates displacement = scale.at(point);
    Neighbourhood ball = new Neighbourhood(displacement, PerturbationNorm.L2, radius);
    try (Vector work = objective.space().zeros()) {
      objective.gradient(point.theta(), work);
      double norm = work.norm();
      double[] slope = displacement.pullBack(work);
      List<double[]> u = List.of(ball.steepest(slope));
      try (Displacement.Points points = displacement.points(point.theta(), u)) {
        points.place(0, work);
      }
      double rise = objective.evaluate(work).loss() - point.loss();
      double dataError = DataError.of(point, displacement, u, new double[] {1});
      return SharpnessValue.of(name(), rise)
          .withRadius(radius, scale.ball())
          .withError(SharpnessError.NONE.withData(dataError))
          .withDetail("firstOrder", radius * PerturbationNorm.L2.dual(slope))
          .withDetail("gradientNorm", norm);
    }
  }
}
