package org.thalweg.result;

import java.util.ArrayList;
import java.util.List;

/**
 * How the eigenvalues of a symmetric matrix are distributed: (1/d) Σ δ(x − λᵢ), smoothed with a
 * normal kernel.
 *
 * @param x where the density is given, equidistant
 * @param density its mean over the probes; ∫ density dx = 1
 * @param standardError of the mean at each x; NaN with a single probe
 * @param kernelWidth standard deviation of the kernel: finer structure is not shown
 * @param quadratures the Gauss rule of each probe, from which everything else follows
 * @param negativeShare the share of eigenvalues that are negative beyond the threshold
 * @param negativeThreshold eigenvalues nearer to zero than this count as zero there: most of a
 *     network are, of either sign, and mean nothing
 * @param effectiveDimensions at stated values of c
 * @param outcome converged when all probes were taken
 */
public record SpectralDensity(
    Values x,
    Values density,
    Values standardError,
    double kernelWidth,
    List<Quadrature> quadratures,
    Estimate negativeShare,
    double negativeThreshold,
    List<EffectiveDimension> effectiveDimensions,
    Outcome outcome) {
  public SpectralDensity {
    quadratures = List.copyOf(quadratures);
    effectiveDimensions = List.copyOf(effectiveDimensions);
  }

  List<Measurement> measurements() {
    List<Measurement> all = new ArrayList<>();
    all.add(
        negativeShare.measurement("share of eigenvalues below −%.3g".formatted(negativeThreshold)));
    for (EffectiveDimension one : effectiveDimensions) {
      all.add(
          one.value()
              .measurement("effective dimension Σ λ/(λ + c) at c = %.3g".formatted(one.c())));
    }
    return all;
  }
}
