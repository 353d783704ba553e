package org.thalweg.symmetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;

class NetworkSymmetriesTest {
  /** Two channels of two pixels each, flattened into three outputs. */
  private static final ParameterLayout FLATTENED =
      ParameterLayout.builder()
          .add("conv", ParameterKind.WEIGHT, 2, 1)
          .add("bias", ParameterKind.BIAS, 2)
          .add("fc", ParameterKind.WEIGHT, 3, 4)
          .build();

  private static final double[] THETA = {
    1, 2, 3, 4, 10, 11, 12, 13, 20, 21, 22, 23, 30, 31, 32, 33
  };

  /** A square weight that makes and reads the same two units, as under an identity skip. */
  private static final ParameterLayout TIED =
      ParameterLayout.builder().add("w", ParameterKind.WEIGHT, 2, 2).build();

  @Test
  void channelsMoveWithTheirPixels() {
    double[] moved = flattened().permute(THETA, List.of(Permutation.of(1, 0)));

    assertThat(moved).containsExactly(2, 1, 4, 3, 12, 13, 10, 11, 22, 23, 20, 21, 32, 33, 30, 31);
  }

  @Test
  void channelsAreScaledWhereMadeAndDividedWhereRead() {
    double[] scaled = flattened().rescale(THETA, List.of(new double[] {2, 1}));

    assertThat(scaled)
        .containsExactly(2, 2, 6, 4, 5, 5.5, 12, 13, 10, 10.5, 22, 23, 15, 15.5, 32, 33);
  }

  @Test
  void tiedUnitsMoveOnBothAxes() {
    double[] moved = tied().permute(new double[] {1, 2, 3, 4}, List.of(Permutation.of(1, 0)));

    assertThat(moved).containsExactly(4, 3, 2, 1);
  }

  @Test
  void tiedUnitsAreScaledOnBothAxes() {
    double[] scaled = tied().rescale(new double[] {1, 2, 3, 4}, List.of(new double[] {2, 8}));

    assertThat(scaled).containsExactly(1, 0.5, 12, 4);
  }

  @Test
  void theInverseOrderRestores() {
    NetworkSymmetries symmetries = flattened();
    List<Permutation> order = List.of(Permutation.of(1, 0));

    double[] back =
        symmetries.permute(
            symmetries.permute(THETA, order), order.stream().map(Permutation::inverse).toList());

    assertThat(back).containsExactly(THETA);
  }

  @Test
  void oneOrderAfterTheOtherIsTheirComposition() {
    NetworkSymmetries wide =
        new NetworkSymmetries(
            ParameterLayout.builder().add("b", ParameterKind.BIAS, 4).build(),
            List.of(new UnitGroup("g", 4, List.of(UnitAxis.producing("b")), true)));
    Permutation first = Permutation.of(2, 0, 3, 1);
    Permutation next = Permutation.of(1, 2, 0, 3);
    double[] theta = {1, 2, 3, 4};

    assertThat(wide.permute(wide.permute(theta, List.of(first)), List.of(next)))
        .containsExactly(wide.permute(theta, List.of(first.then(next))));
  }

  @Test
  void theGivenWeightsAreLeftAlone() {
    double[] theta = THETA.clone();

    flattened().permute(theta, List.of(Permutation.of(1, 0)));
    flattened().rescale(theta, List.of(new double[] {3, 5}));

    assertThat(theta).containsExactly(THETA);
  }

  @Test
  void refusesAxesThatDoNotFit() {
    assertRefused(List.of(UnitAxis.producing("fc")));
    assertRefused(List.of(UnitAxis.consuming("fc", 3)));
    assertRefused(List.of(UnitAxis.consuming("bias")));
    assertRefused(List.of(UnitAxis.producing("conv"), UnitAxis.producing("conv")));
  }

  private static void assertRefused(List<UnitAxis> axes) {
    assertThatThrownBy(
            () -> new NetworkSymmetries(FLATTENED, List.of(new UnitGroup("g", 2, axes, true))))
        .isInstanceOfSatisfying(
            ThalwegException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_LAYOUT));
  }

  @Test
  void refusesFactorsThatChangeTheFunction() {
    NetworkSymmetries rigid =
        new NetworkSymmetries(
            TIED, List.of(new UnitGroup("tanh", 2, List.of(UnitAxis.producing("w")), false)));

    assertThatThrownBy(() -> rigid.rescale(new double[4], List.of(new double[] {2, 1})))
        .hasMessageContaining("not homogeneous");
    assertThatThrownBy(() -> tied().rescale(new double[4], List.of(new double[] {-1, 1})))
        .hasMessageContaining("positive");
    assertThat(rigid.rescale(new double[] {1, 2, 3, 4}, List.of(new double[] {1, 1})))
        .containsExactly(1, 2, 3, 4);
  }

  private static NetworkSymmetries flattened() {
    return new NetworkSymmetries(
        FLATTENED,
        List.of(
            new UnitGroup(
                "channels",
                2,
                List.of(
                    UnitAxis.producing("conv"),
                    UnitAxis.producing("bias"),
                    UnitAxis.consuming("fc", 2)),
                true)));
  }

  private static NetworkSymmetries tied() {
    return new NetworkSymmetries(
        TIED,
        List.of(
            new UnitGroup(
                "tied", 2, List.of(UnitAxis.producing("w"), UnitAxis.consuming("w")), true)));
  }
}
