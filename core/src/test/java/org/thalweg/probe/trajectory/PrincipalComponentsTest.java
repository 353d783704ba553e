package org.thalweg.probe.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.random.RandomStream;
import org.thalweg.result.ExplainedVariance;

class PrincipalComponentsTest {
  /** A cross: ±3 along (0.6, 0.8, 0), ±1 along (−0.8, 0.6, 0), about (5, 6, 7). */
  private static final GivenSnapshots CROSS =
      GivenSnapshots.of(
          new double[] {5 + 1.8, 6 + 2.4, 7},
          new double[] {5 - 1.8, 6 - 2.4, 7},
          new double[] {5 - 0.8, 6 + 0.6, 7},
          new double[] {5 + 0.8, 6 - 0.6, 7});

  @Test
  void ofACrossAreItsArms() {
    PrincipalComponents found = PrincipalComponents.of(CROSS, Decomposition.CENTRED, 5);

    assertThat(found.count()).as("dimensions that the cross has").isEqualTo(2);
    assertThat(found.direction(1).toArray()).containsExactly(new double[] {0.6, 0.8, 0}, TIGHT);
    assertThat(found.direction(2).toArray()).containsExactly(new double[] {0.8, -0.6, 0}, TIGHT);
    ExplainedVariance variance = found.variance().get(0);
    assertThat(variance.singularValues().size()).as("all components are listed").isEqualTo(4);
    assertThat(variance.singularValues().get(0)).isCloseTo(Math.sqrt(18), TIGHT);
    assertThat(variance.singularValues().get(1)).isCloseTo(Math.sqrt(2), TIGHT);
    assertThat(variance.ratios().get(0)).isCloseTo(0.9, TIGHT);
    assertThat(variance.ratios().get(1)).isCloseTo(0.1, TIGHT);
    assertThat(variance.ratioOfFirst(2)).isCloseTo(1, TIGHT);
    assertThat(variance.effectiveComponents()).isCloseTo(1 / 0.82, TIGHT);
    assertThat(found.direction(1).description().text())
        .isEqualTo("principal component 1 of 4 snapshots (all snapshots, mean-centred)");
  }

  private static final org.assertj.core.data.Offset<Double> TIGHT = within(1e-12);

  @ParameterizedTest
  @EnumSource(Decomposition.class)
  void areTheSingularVectorsOfTheMatrixOfDifferences(Decomposition reading) {
    int n = 7;
    int d = 40;
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      rows.add(RandomStream.of(3, "rows", i).gaussians(d));
    }
    int m = reading == Decomposition.CENTRED_WITHOUT_LAST ? n - 1 : n;
    double[][] x = new double[m][d];
    for (int j = 0; j < d; j++) {
      double mean = 0;
      for (int i = 0; i < m; i++) {
        mean += rows.get(i)[j] / m;
      }
      for (int i = 0; i < m; i++) {
        x[i][j] = rows.get(i)[j] - (reading == Decomposition.FROM_LAST ? rows.get(n - 1)[j] : mean);
      }
    }
    var dense = new SingularValueDecomposition(new Array2DRowRealMatrix(x));

    PrincipalComponents found = PrincipalComponents.of(new GivenSnapshots(rows), reading, 3);

    ExplainedVariance variance = found.variance().get(0);
    assertThat(variance.rows()).isEqualTo(reading.text());
    assertThat(found.variance()).hasSize(3);
    for (int k = 0; k < m - 1; k++) {
      assertThat(variance.singularValues().get(k))
          .isCloseTo(dense.getSingularValues()[k], within(1e-11));
    }
    assertThat(found.count()).isEqualTo(3);
    for (int k = 0; k < 3; k++) {
      double[] v = found.direction(k + 1).toArray();
      double cosine = SnapshotGram.dot(v, dense.getV().getColumn(k));
      assertThat(Math.abs(cosine)).isCloseTo(1, TIGHT);
      assertThat(found.direction(k + 1).norm()).isCloseTo(1, TIGHT);
      double largest = 0;
      for (double entry : v) {
        largest = Math.abs(entry) > Math.abs(largest) ? entry : largest;
      }
      assertThat(largest).as("sign of the largest entry").isPositive();
    }
  }

  @Test
  void doNotDependOnHowManySnapshotsAreInMemory() {
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      rows.add(RandomStream.of(4, "rows", i).gaussians(11));
    }
    GivenSnapshots snapshots = new GivenSnapshots(rows);
    double[] whole = SnapshotGram.of(snapshots, 7, () -> false).axes(Decomposition.CENTRED).sigma();
    for (int block = 1; block < 7; block++) {
      assertThat(SnapshotGram.of(snapshots, block, () -> false).axes(Decomposition.CENTRED).sigma())
          .containsExactly(whole);
    }
  }

  @Test
  void ofTwoSnapshotsAreOneLine() {
    PrincipalComponents found =
        PrincipalComponents.of(
            GivenSnapshots.of(new double[] {0, 0}, new double[] {3, 4}), Decomposition.CENTRED, 5);
    assertThat(found.count()).isEqualTo(1);
    assertThat(found.direction(1).toArray()).containsExactly(new double[] {0.6, 0.8}, TIGHT);
    assertThat(found.variance().get(0).ratios().get(0)).isCloseTo(1, TIGHT);
    assertThatThrownBy(() -> found.direction(2))
        .isInstanceOfSatisfying(
            ThalwegException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_OPTION));
  }

  @Test
  void ofEqualSnapshotsDoNotExist() {
    double[] point = {0.1, 0.2, 0.3};
    refused(GivenSnapshots.of(point, point, point), "3 equal snapshots");
  }

  @Test
  void ofOneSnapshotOrNoneDoNotExist() {
    refused(GivenSnapshots.of(new double[] {1, 2}), "1 snapshots");
    refused(
        GivenSnapshots.of(new double[] {1, 2}, new double[] {Double.NaN, 0}),
        "2 snapshots, 1 of them finite");
  }

  private static void refused(Snapshots snapshots, String found) {
    assertThatThrownBy(() -> PrincipalComponents.of(snapshots, Decomposition.CENTRED, 2))
        .isInstanceOfSatisfying(
            ThalwegException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.NOT_APPLICABLE);
              assertThat(e.found()).contains(found);
              assertThat(e.next()).contains("--snapshots");
            });
  }

  @Test
  void aSnapshotThatIsNotFiniteIsLeftOut() {
    PrincipalComponents found =
        PrincipalComponents.of(
            GivenSnapshots.of(
                new double[] {0, 0},
                new double[] {Double.POSITIVE_INFINITY, 0},
                new double[] {3, 4}),
            Decomposition.CENTRED,
            2);
    assertThat(found.direction(1).toArray()).containsExactly(new double[] {0.6, 0.8}, TIGHT);
  }

  @Test
  void ofARandomWalkFollowTheLawOfItsCosines() {
    int n = 200;
    int d = 4000;
    List<double[]> walk = new ArrayList<>();
    double[] now = new double[d];
    for (int i = 0; i < n; i++) {
      double[] step = RandomStream.of(1, "walk", i).gaussians(d);
      for (int j = 0; j < d; j++) {
        now[j] += step[j];
      }
      walk.add(now.clone());
    }
    ExplainedVariance variance =
        PrincipalComponents.of(new GivenSnapshots(walk), Decomposition.CENTRED, 1)
            .variance()
            .get(0);
    assertThat(variance.ratios().get(0)).isCloseTo(6 / (Math.PI * Math.PI), within(0.03));
    assertThat(variance.ratios().get(1)).isCloseTo(1.5 / (Math.PI * Math.PI), within(0.015));
  }
}
