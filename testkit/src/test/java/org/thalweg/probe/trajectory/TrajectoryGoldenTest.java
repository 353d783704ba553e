package org.thalweg.probe.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.thalweg.result.ExplainedVariance;
import org.thalweg.result.PathProjection;
import org.thalweg.testkit.GoldenTrajectory;

@DisplayName("The path of a training in PyTorch, as NumPy decomposes it")
class TrajectoryGoldenTest {
  private static final Offset<Double> TIGHT = within(1e-8);
  private static final GoldenTrajectory GOLDEN = GoldenTrajectory.load();
  private static final Snapshots SNAPSHOTS = new GivenSnapshots(GOLDEN.snapshots());

  private static PrincipalComponents components() {
    return PrincipalComponents.of(
        SNAPSHOTS, Decomposition.CENTRED, GOLDEN.principalDirections().size());
  }

  @Test
  void sharesOfVariance() {
    ExplainedVariance centred = components().variance().get(0);
    assertThat(first5(centred.ratios().toArray()))
        .containsExactly(GOLDEN.numbers("explained_variance_ratio_top5"), TIGHT);
    assertThat(first5(centred.singularValues().toArray()))
        .containsExactly(GOLDEN.numbers("singular_values_top5"), TIGHT);
    assertThat(centred.ratios().stream().sum()).isCloseTo(1, TIGHT);
    assertThat(centred.singularValues().size()).isEqualTo(30);
  }

  @Test
  void sharesOfVarianceWithoutTheLastRow() {
    ExplainedVariance without =
        PrincipalComponents.of(SNAPSHOTS, Decomposition.CENTRED_WITHOUT_LAST, 1).variance().get(0);
    assertThat(first5(without.ratios().toArray()))
        .containsExactly(GOLDEN.numbers("explained_variance_ratio_top5_without_last_row"), TIGHT);
    assertThat(components().variance())
        .as("every reading is given beside the chosen one")
        .anySatisfy(other -> assertThat(other).isEqualTo(without));
  }

  @Test
  void directions() {
    PrincipalComponents found = components();
    for (int k = 0; k < GOLDEN.principalDirections().size(); k++) {
      assertThat(found.direction(k + 1).toArray())
          .containsExactly(GOLDEN.principalDirections().get(k), TIGHT);
    }
  }

  @Test
  void projectionsThroughTheLastSnapshot() {
    PathProjection found =
        PathCoordinates.along(components().vectors(), 2)
            .fromSnapshot(SNAPSHOTS, SNAPSHOTS.count() - 1);
    compare(found, "projections", "off_plane_norms");
  }

  @Test
  void projectionsThroughTheMean() {
    PathProjection found = PathCoordinates.along(components().vectors(), 2).fromMean(SNAPSHOTS);
    compare(found, "projections_mean_origin", "off_plane_norms_mean_origin");
  }

  private static void compare(PathProjection found, String coordinates, String distances) {
    for (int k = 0; k < 2; k++) {
      assertThat(found.along(k).toArray()).containsExactly(GOLDEN.column(coordinates, k), TIGHT);
    }
    assertThat(found.offPlane().toArray()).containsExactly(GOLDEN.numbers(distances), TIGHT);
  }

  @Test
  void scaledAndSlantedDirectionsGiveTheSamePlane() {
    double[] first = GOLDEN.principalDirections().get(0).clone();
    double[] second = GOLDEN.principalDirections().get(1).clone();
    for (int j = 0; j < first.length; j++) {
      second[j] = 7 * second[j] + 3 * first[j];
      first[j] *= 0.5;
    }
    PathProjection found =
        PathCoordinates.along(Stream.of(first, second).toList(), 2)
            .fromSnapshot(SNAPSHOTS, SNAPSHOTS.count() - 1);
    assertThat(found.offPlane().toArray())
        .containsExactly(GOLDEN.numbers("off_plane_norms"), TIGHT);
    double[] expected = GOLDEN.column("projections", 1);
    for (int t = 0; t < expected.length; t++) {
      assertThat(found.along(1).get(t)).isCloseTo(expected[t] / 7, TIGHT);
    }
  }

  private static double[] first5(double[] values) {
    return Arrays.copyOf(values, 5);
  }
}
