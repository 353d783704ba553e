package org.thalweg.probe.sharpness;

import org.hipparchus.stat.StatUtils;
import org.thalweg.result.SharpnessError;
import org.thalweg.result.SharpnessValue;

/**
 * The squared Fisher–Rao norm with the empirical Fisher matrix: θᵀF̂θ = (1/N) Σ ⟨∇ℓₙ(θ), θ⟩², the
 * gradients being those of the given answers.
 *
 * <p>Exact; its standard error is that of the mean over samples. Rescaling of positively
 * homogeneous units leaves it as it is. Costs about one Hessian-vector product.
 *
 * <p><b>When it misleads.</b> It goes to 0 with the loss: where every sample is fitted, there is
 * nothing left of it, whatever the shape of the loss. The mean is often carried by a few samples;
 * compare with the standard error. Not the norm with the model's own {@linkplain FisherRaoNorm
 * Fisher matrix}.
 *
 * <p>Source: Liang, Poggio, Rakhlin, Stokes (2019), section 3.
 */
public record EmpiricalFisherRaoNorm() implements SharpnessMeasure {
  @Override
  public String name() {
    return "fisher-rao-empirical";
  }

  @Override
  public SharpnessValue measure(SharpnessPoint point) {
    double[] squares = point.sampled().sampleSlopes(point.theta(), point.theta());
    for (int n = 0; n < squares.length; n++) {
      squares[n] *= squares[n];
    }
    double mean = StatUtils.mean(squares);
    return SharpnessValue.of(name(), mean)
        .withError(SharpnessError.NONE.withData(AverageNoise.standardError(squares)))
        .withDetail("norm", Math.sqrt(mean))
        .withDetail("largest", StatUtils.max(squares));
  }
}
