package org.thalweg.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.result.EffectiveDimension;
import org.thalweg.result.Outcome;
import org.thalweg.result.Quadrature;
import org.thalweg.result.SpectralDensity;
import org.thalweg.result.Values;
import org.thalweg.testkit.GoldenCase;

class KernelDensityTest {
  @Test
  void ofTwoRulesByHand() {
    Quadrature first = new Quadrature(Values.of(10, 0), Values.of(0.25, 0.75));
    Quadrature second = new Quadrature(Values.of(10, -5), Values.of(0.75, 0.25));
    SpectralDensity density =
        KernelDensity.of(new QuadratureRules(List.of(first, second), 4, Outcome.CONVERGED), 100);
    assertThat(density.kernelWidth()).isCloseTo(0.15, within(1e-12));
    assertThat(density.negativeShare().value()).isEqualTo(0.125);
    assertThat(density.negativeShare().standardError()).isCloseTo(0.125, within(1e-12));
    EffectiveDimension tenth = density.effectiveDimensions().get(0);
    assertThat(tenth.c()).isEqualTo(1);
    // 100 · (0.25 + 0.75)/2 · 10/11
    assertThat(tenth.value().value()).isCloseTo(50 * 10 / 11.0, within(1e-9));
    double peak = 1 / (0.15 * Math.sqrt(2 * Math.PI));
    double largest = Arrays.stream(density.density().toArray()).max().orElseThrow();
    assertThat(largest).isCloseTo(0.5 * peak, within(0.01 * peak));
    assertThat(integral(density)).isCloseTo(1, within(1e-6));
    int middle = nearest(density, 10);
    assertThat(density.standardError().get(middle))
        .isCloseTo(0.5 * density.density().get(middle), within(1e-9 * peak));
  }

  @Test
  void integratesToOneAndFindsSharesAndDimensionsOfARealSpectrum() {
    double[] spectrum = GoldenCase.load("mlp-digits").vector("hessian_eigenvalues");
    SpectralDensity density =
        KernelDensity.of(
            LanczosQuadrature.of(
                new MixedOperator(spectrum, 1), QuadratureOptions.defaults().withProbes(20)),
            spectrum.length);
    assertThat(integral(density)).isCloseTo(1, within(1e-6));
    double size = 2.873227307309139;
    for (EffectiveDimension one : density.effectiveDimensions()) {
      double exact = 0;
      for (double value : spectrum) {
        exact += value > 0 ? value / (value + one.c()) : 0;
      }
      assertThat(one.value().low()).isLessThan(exact);
      assertThat(one.value().high()).isGreaterThan(exact);
    }
    assertThat(density.effectiveDimensions())
        .extracting(EffectiveDimension::c)
        .satisfies(c -> assertThat(c.get(1)).isCloseTo(size / 100, within(1e-9)));
    double negative =
        Arrays.stream(spectrum).filter(x -> x < -density.negativeThreshold()).count()
            / (double) spectrum.length;
    assertThat(density.negativeShare().value()).isCloseTo(negative, within(0.03));
  }

  @Test
  void oneProbeHasNoErrorBandAndNoProbeNoDensity() {
    Quadrature only = new Quadrature(Values.of(2), Values.of(1));
    SpectralDensity one =
        KernelDensity.of(new QuadratureRules(List.of(only), 1, Outcome.CONVERGED), 1);
    assertThat(integral(one)).isCloseTo(1, within(1e-6));
    assertThat(one.standardError().toArray()).containsOnly(Double.NaN);
    assertThat(one.outcome()).isEqualTo(Outcome.CONVERGED);
    SpectralDensity none =
        KernelDensity.of(new QuadratureRules(List.of(), 0, Outcome.CANCELLED), 1);
    assertThat(none.x().size()).isZero();
    assertThat(none.outcome()).isEqualTo(Outcome.CANCELLED);
  }

  private static int nearest(SpectralDensity density, double x) {
    int best = 0;
    for (int i = 0; i < density.x().size(); i++) {
      best = Math.abs(density.x().get(i) - x) < Math.abs(density.x().get(best) - x) ? i : best;
    }
    return best;
  }

  private static double integral(SpectralDensity density) {
    double sum = 0;
    for (int i = 1; i < density.x().size(); i++) {
      sum +=
          (density.x().get(i) - density.x().get(i - 1))
              * (density.density().get(i) + density.density().get(i - 1))
              / 2;
    }
    return sum;
  }
}
