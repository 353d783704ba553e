package org.thalweg.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.thalweg.statistics.Agreement.agrees;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thalweg.statistics.RankAgreement.Row;

class RankAgreementTest {
  private static final double NAN = Double.NaN;

  /** Four widths, three depths, two batch sizes, some seeds. */
  private static List<Row> grid(int seeds) {
    List<Row> rows = new ArrayList<>();
    for (int w = 1; w <= 4; w++) {
      for (int d = 1; d <= 3; d++) {
        for (int b = 1; b <= 2; b++) {
          for (int s = 1; s <= seeds; s++) {
            rows.add(
                row(
                    w,
                    d,
                    b,
                    Math.sin(1.3 * w + 2.1 * d + 0.7 * b) + 0.4 * w + 0.1 * Math.sin(7 * s + w),
                    Math.cos(0.9 * w + 1.7 * d + 2.3 * b)
                        + 0.5 * w
                        - 0.2 * d
                        + 0.1 * Math.cos(5 * s + d)));
          }
        }
      }
    }
    return rows;
  }

  private static Row row(int w, int d, int b, double predictor, double outcome) {
    return new Row(Map.of("width", "" + w, "depth", "" + d, "batch", "" + b), predictor, outcome);
  }

  @Test
  void againstTheDefinitionWrittenOut() {
    // The formulas of Jiang et al. over all pairs of cell means, in Python; τ_b by scipy 1.17.1
    RankAgreement agreement = RankAgreement.of(grid(3), Bootstrap.of(1));
    agrees(agreement.granulated().interval().estimate(), -0.28703703703703703);
    agrees(agreement.overall().interval().estimate(), 0.043478260869565216);
    agrees(psi(agreement, "width"), 0.05555555555555555);
    agrees(psi(agreement, "depth"), -0.41666666666666663);
    agrees(psi(agreement, "batch"), -0.5);
    assertThat(agreement.axis("width").orElseThrow().groups()).isEqualTo(6);
    assertThat(agreement.axis("depth").orElseThrow().groups()).isEqualTo(8);
    assertThat(agreement.axis("batch").orElseThrow().groups()).isEqualTo(12);
    assertThat(agreement.source()).isEqualTo(RankAgreement.Source.SEEDS);
    assertThat(agreement.cells()).isEqualTo(24);
    assertThat(agreement.count()).isEqualTo(72);
  }

  private static double psi(RankAgreement agreement, String axis) {
    return agreement.axis(axis).orElseThrow().agreement().interval().estimate();
  }

  @Test
  void oneSeedPerCellTakesIntervalsOverTheGrid() {
    RankAgreement agreement = RankAgreement.of(grid(1), Bootstrap.of(1));
    assertThat(agreement.source()).isEqualTo(RankAgreement.Source.GRID);
    Interval psi = agreement.granulated().interval();
    assertThat(psi.contains(psi.estimate())).isTrue();
    // The mean over axes of the point estimates of the axes.
    agrees(
        psi.estimate(),
        (psi(agreement, "width") + psi(agreement, "depth") + psi(agreement, "batch")) / 3);
    assertThat(RankAgreement.of(grid(1), Bootstrap.of(1))).isEqualTo(agreement);
  }

  @Test
  void aConfoundedPredictorIsUnmasked() {
    // Width moves both quantities; within every width the predictor orders depths wrongly.
    List<Row> rows = new ArrayList<>();
    for (int w = 0; w < 5; w++) {
      for (int d = 0; d < 3; d++) {
        rows.add(row(w, d, 0, 10 * w + d, 10 * w - d));
      }
    }
    RankAgreement agreement = RankAgreement.of(rows, Bootstrap.of(1));
    assertThat(agreement.overall().interval().estimate()).isGreaterThan(0.7);
    agrees(psi(agreement, "width"), 1);
    agrees(psi(agreement, "depth"), -1);
    assertThat(psi(agreement, "batch")).isNaN();
    assertThat(agreement.axis("batch").orElseThrow().groups()).isZero();
    assertThat(agreement.granulated().interval().estimate()).isZero();
  }

  @Test
  void tiesAgreeInNothing() {
    // Of three pairs one is tied in the predictor: (2 − 0)/3.
    List<Row> rows = List.of(row(1, 0, 0, 1, 1), row(2, 0, 0, 1, 2), row(3, 0, 0, 2, 3));
    RankAgreement agreement = RankAgreement.of(rows, Bootstrap.of(1));
    agrees(psi(agreement, "width"), 2 / 3.0);
    // τ_b divides by √(2·3).
    agrees(agreement.overall().interval().estimate(), 2 / Math.sqrt(6));
    // One group only: there is nothing to draw from.
    assertThat(agreement.granulated().interval().known()).isFalse();
    assertThat(agreement.granulated().note()).contains("only one");
  }

  @Test
  void seedNoiseIsAveraged() {
    // Means 1, 2, 3 in both, with seeds far apart.
    List<Row> rows = new ArrayList<>();
    for (int w = 1; w <= 3; w++) {
      rows.add(row(w, 0, 0, w + 10, w - 5));
      rows.add(row(w, 0, 0, w - 10, w + 5));
    }
    RankAgreement agreement = RankAgreement.of(rows, Bootstrap.of(1));
    agrees(agreement.granulated().interval().estimate(), 1);
    assertThat(agreement.granulated().standardError()).isGreaterThan(0.2);
  }

  @Test
  void missingRowsAndSettings() {
    List<Row> rows = new ArrayList<>(grid(1));
    rows.add(row(5, 1, 1, NAN, 1));
    // A setting that only some optimizers have is an axis on which the others have no value.
    rows.add(new Row(Map.of("width", "1", "depth", "1", "batch", "1", "momentum", "0.9"), 1, 1));
    RankAgreement agreement = RankAgreement.of(rows, Bootstrap.of(1));
    assertThat(agreement.missing()).isEqualTo(1);
    assertThat(agreement.cells()).isEqualTo(25);
    assertThat(agreement.axis("momentum").orElseThrow().groups()).isEqualTo(1);
    RankAgreement none = RankAgreement.of(List.of(), Bootstrap.of(1));
    assertThat(none.granulated().interval().estimate()).isNaN();
    assertThat(none.axes()).isEmpty();
    RankAgreement one = RankAgreement.of(grid(1).subList(0, 1), Bootstrap.of(1));
    assertThat(one.overall().interval().estimate()).isNaN();
  }
}
