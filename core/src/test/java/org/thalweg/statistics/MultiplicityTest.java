package org.thalweg.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MultiplicityTest {
  private static final double NAN = Double.NaN;
  private static final double[] P = {0.01, 0.04, 0.03, 0.005, 0.2, 0.04, 0.9};

  @Test
  void holm() {
    // statsmodels 0.15.0: multipletests(P, method='holm')
    assertThat(Multiplicity.HOLM.adjust(P))
        .containsExactly(new double[] {0.06, 0.16, 0.15, 0.035, 0.4, 0.16, 0.9}, within(1e-15));
  }

  @Test
  void benjaminiHochberg() {
    // statsmodels 0.15.0: multipletests(P, method='fdr_bh')
    assertThat(Multiplicity.BENJAMINI_HOCHBERG.adjust(P))
        .containsExactly(
            new double[] {0.035, 0.056, 0.056, 0.035, 0.7 / 3, 0.056, 0.9}, within(1e-15));
  }

  @Test
  void theExampleOfBenjaminiAndHochberg() {
    // Their section 4.1: 15 p-values; at 5 % Holm rejects 3, their procedure 4.
    double[] p = {
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.0000
    };
    assertThat(rejected(Multiplicity.HOLM.adjust(p))).isEqualTo(3);
    assertThat(rejected(Multiplicity.BENJAMINI_HOCHBERG.adjust(p))).isEqualTo(4);
    assertThat(rejected(Multiplicity.NONE.adjust(p))).isEqualTo(9);
  }

  private static long rejected(double[] p) {
    return Arrays.stream(p).filter(value -> value <= 0.05).count();
  }

  @Test
  void missingOnesDoNotCount() {
    for (Multiplicity multiplicity : Multiplicity.values()) {
      double[] with = multiplicity.adjust(0.01, NAN, 0.04, NAN);
      double[] without = multiplicity.adjust(0.01, 0.04);
      assertThat(with).containsExactly(without[0], NAN, without[1], NAN);
    }
    assertThat(Multiplicity.HOLM.adjust()).isEmpty();
    assertThat(Multiplicity.HOLM.adjust(NAN)).containsExactly(NAN);
    assertThat(Multiplicity.NONE.adjust(0.3, 0.1)).containsExactly(0.3, 0.1);
  }
}
