package org.thalweg.symmetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;

class RescalingTest {
  private static final int MANY = 4000;
  private static final ParameterLayout LAYOUT =
      ParameterLayout.builder()
          .add("tanh", ParameterKind.BIAS, 3)
          .add("relu", ParameterKind.BIAS, MANY)
          .build();

  @Test
  void theFirstRescalableGroupIsScaledAsAWhole() {
    Rescaling tenfold = Rescaling.layer(symmetries(true), 10);

    assertThat(tenfold.name()).isEqualTo("second × 10");
    assertThat(tenfold.unitwise()).isFalse();
    assertThat(tenfold.factors().get(0)).containsOnly(1);
    assertThat(tenfold.factors().get(1)).hasSize(MANY).containsOnly(10);
  }

  @Test
  void unitFactorsAreLogNormal() {
    Rescaling random = Rescaling.logNormal(symmetries(true), 0.5, 3);

    double[] logs = Arrays.stream(random.factors().get(1)).map(Math::log).toArray();
    double mean = Arrays.stream(logs).average().orElseThrow();
    double variance = Arrays.stream(logs).map(x -> (x - mean) * (x - mean)).sum() / (MANY - 1);
    assertThat(random.unitwise()).isTrue();
    assertThat(random.factors().get(0)).containsOnly(1);
    assertThat(mean).isCloseTo(0, within(4 * 0.5 / Math.sqrt(MANY)));
    assertThat(variance).isCloseTo(0.25, within(0.25 * 4 * Math.sqrt(2.0 / MANY)));
  }

  @Test
  void theSeedDecides() {
    NetworkSymmetries symmetries = symmetries(true);
    double[] once = Rescaling.logNormal(symmetries, 1, 3).factors().get(1);

    assertThat(Rescaling.logNormal(symmetries, 1, 3).factors().get(1)).containsExactly(once);
    assertThat(Rescaling.logNormal(symmetries, 1, 4).factors().get(1)).isNotEqualTo(once);
  }

  @Test
  void refusesNetworksWithoutHomogeneousUnits() {
    NetworkSymmetries rigid = symmetries(false);

    assertThatThrownBy(() -> Rescaling.layer(rigid, 2))
        .isInstanceOfSatisfying(
            ThalwegException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_APPLICABLE));
    assertThatThrownBy(() -> Rescaling.logNormal(rigid, 1, 0)).hasMessageContaining("relu");
  }

  private static NetworkSymmetries symmetries(boolean rescalable) {
    return new NetworkSymmetries(
        LAYOUT,
        List.of(
            new UnitGroup("first", 3, List.of(UnitAxis.producing("tanh")), false),
            new UnitGroup("second", MANY, List.of(UnitAxis.producing("relu")), rescalable)));
  }
}
