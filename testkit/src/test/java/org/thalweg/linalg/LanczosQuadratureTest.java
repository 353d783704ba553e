package org.thalweg.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Quadrature;

class LanczosQuadratureTest {
  @Test
  void aRuleOfMNodesIsExactUpToDegreeTwoMMinusOne() {
    int d = 60;
    int m = 4;
    double[] spectrum = Spectra.withBulk(d, 1, 2, 3, -2);
    LinearOperator a = DiagonalOperator.of(spectrum, ArraySpace.of(d));
    LinearOperator mixed = new MixedOperator(spectrum, 5);
    for (LinearOperator operator : new LinearOperator[] {a, mixed}) {
      Quadrature rule =
          LanczosQuadrature.of(operator, new QuadratureOptions(1, m, 9)).rules().get(0);
      assertThat(rule.nodes().size()).isEqualTo(m);
      Vector power = operator.space().of(RandomStream.of(9, "density probe", 0).signs(d));
      Vector z = power.copy();
      for (int degree = 0; degree < 2 * m; degree++) {
        int k = degree;
        assertThat(rule.integrate(x -> Math.pow(x, k)))
            .as("degree " + degree)
            .isCloseTo(z.dot(power) / d, within(1e-10 * Math.pow(3, degree)));
        power = operator.apply(power);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void withAllStepsNodesAreTheEigenvaluesAndCopiesShareOne(Precision precision) {
    double[] spectrum = {5, 5, 5, 2, 2, 0, 0, 0, 0, -1};
    Quadrature rule =
        LanczosQuadrature.of(
                new MixedOperator(spectrum, 3, new ArraySpace(10, precision)),
                new QuadratureOptions(1, 10, 1))
            .rules()
            .get(0);
    double tolerance = precision == Precision.FLOAT64 ? 1e-12 : 1e-5;
    // Roundoff may split an eigenvalue or add nodes without weight, no more.
    assertThat(rule.integrate(x -> 1)).isCloseTo(1, within(1e-12));
    double mass = 0;
    for (double eigenvalue : new double[] {5, 2, 0, -1}) {
      double here = rule.integrate(x -> Math.abs(x - eigenvalue) < 10 * tolerance ? 1 : 0);
      assertThat(here).as("mass at " + eigenvalue).isBetween(1e-4, 1.0);
      mass += here;
    }
    assertThat(mass).isCloseTo(1, within(tolerance));
  }

  @Test
  void meansOverProbesAreTheShares() {
    double[] spectrum = Spectra.withBulk(400, 1, 8, 20, 10, -5);
    long negative = Arrays.stream(spectrum).filter(x -> x < 0).count();
    QuadratureRules rules =
        LanczosQuadrature.of(new MixedOperator(spectrum, 1), new QuadratureOptions(40, 30, 0));
    double share =
        rules.rules().stream()
            .mapToDouble(rule -> rule.integrate(x -> x < 0 ? 1 : 0))
            .average()
            .orElseThrow();
    assertThat(share).isCloseTo(negative / 400.0, within(0.02));
    assertThat(rules.products()).isEqualTo(40 * 30);
    for (Quadrature rule : rules.rules()) {
      assertThat(rule.integrate(x -> 1)).isCloseTo(1, within(1e-12));
      assertThat(rule.nodes().get(0)).isCloseTo(20, within(1e-9));
    }
  }
}
