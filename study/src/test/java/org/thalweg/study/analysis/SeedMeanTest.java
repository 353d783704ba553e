package org.thalweg.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SeedMeanTest {
  private static final double[] ONE_TO_FIVE = {1, 2, 3, 4, 5};

  @Test
  void intervalIsStudents() {
    SeedMean mean = SeedMean.of(ONE_TO_FIVE);
    // t(0.975; 4) = 2.776445105198, standard error √(2.5/5).
    double reach = 2.776445105198 * Math.sqrt(0.5);
    assertThat(mean.interval(0.95).estimate()).isEqualTo(3);
    assertThat(mean.interval(0.95).low()).isCloseTo(3 - reach, within(1e-9));
    assertThat(mean.interval(0.95).high()).isCloseTo(3 + reach, within(1e-9));
  }

  @Test
  void pValueIsThatOfFourDegreesOfFreedom() {
    SeedMean mean = SeedMean.of(ONE_TO_FIVE);
    double t = 3 / Math.sqrt(0.5);
    // The distribution function of 4 degrees of freedom in closed form.
    double u = t / Math.sqrt(4 + t * t);
    double below = 0.5 + 0.75 * (u - u * u * u / 3);
    assertThat(mean.pValue(0)).isCloseTo(2 * (1 - below), within(1e-12));
    assertThat(mean.pValue(6)).isCloseTo(mean.pValue(0), within(1e-15));
    assertThat(mean.pValue(3)).isCloseTo(1, within(1e-12));
  }

  @Test
  void intervalAndPValueAgree() {
    SeedMean mean = SeedMean.of(0.3, 1.7, 2.9, 0.8, 1.1);
    assertThat(mean.pValue(mean.interval(0.95).low())).isCloseTo(0.05, within(1e-9));
    assertThat(mean.pValue(mean.interval(0.9).high())).isCloseTo(0.1, within(1e-9));
  }

  @Test
  void chainedPairsHaveTheWiderInterval() {
    // n = 5: √((1 + 4/5) / (1 − 1/5)) = 1.5.
    assertThat(SeedMean.ofChain(ONE_TO_FIVE).standardError())
        .isCloseTo(1.5 * SeedMean.of(ONE_TO_FIVE).standardError(), within(1e-12));
    assertThat(SeedMean.ofChain(ONE_TO_FIVE).mean()).isEqualTo(3);
  }

  @Test
  void aChainHasFewerDegreesOfFreedom() {
    // Of two values there is one difference, whatever their correlation.
    assertThat(SeedMean.chainFreedom(2)).isCloseTo(1, within(1e-12));
    // n = 3, Σ = ((1, ½, 0), (½, 1, ½), (0, ½, 1)): the eigenvalues of MΣM are 1 and 1/3.
    assertThat(SeedMean.chainFreedom(3))
        .isCloseTo(Math.pow(4.0 / 3, 2) / (10.0 / 9), within(1e-12));
    assertThat(SeedMean.chainFreedom(5)).isBetween(2.0, 4.0);
  }

  @Test
  void theSameNumberAgainAndAgainIsCertain() {
    SeedMean mean = SeedMean.of(2, 2, 2, 2, 2);
    assertThat(mean.interval(0.95).width()).isEqualTo(0);
    assertThat(mean.pValue(1)).isEqualTo(0);
    assertThat(mean.pValue(2)).isEqualTo(1);
  }

  @Test
  void oneValueAndNoneHaveNoUncertainty() {
    assertThat(SeedMean.of(4).interval(0.95).known()).isFalse();
    assertThat(SeedMean.of(4).interval(0.95).estimate()).isEqualTo(4);
    assertThat(SeedMean.of(4).pValue(0)).isNaN();
    assertThat(SeedMean.of().pValue(0)).isNaN();
    assertThat(SeedMean.of().interval(0.95).estimate()).isNaN();
    assertThat(SeedMean.ofChain(4).pValue(0)).isNaN();
  }
}
