package org.thalweg.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.thalweg.statistics.Correlation;
import org.thalweg.statistics.CorrelationKind;

class RowCorrelationTest {
  /** The first of F. J. Anscombe's four data sets, The American Statistician 27 (1973). */
  private static final double[] X = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};

  private static final double[] Y = {
    8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68
  };

  private static final double[] Z = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5};

  private static CellRows table(int rows, int perCell) {
    List<List<Double>> values = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      values.add(List.of());
    }
    return new CellRows(
        values,
        IntStream.range(0, rows).mapToObj(i -> i / perCell).toList(),
        IntStream.range(0, rows).mapToObj(i -> (long) (i % perCell)).toList(),
        0);
  }

  private static RowCorrelation pearson(
      CellRows table, double[] x, double[] y, List<double[]> given, Unit unit) {
    return RowCorrelation.of(CorrelationKind.PEARSON, table, x, y, given, unit, 0.95);
  }

  @Test
  void overTrialsIsWhatRSays() {
    RowCorrelation r = pearson(table(11, 11), X, Y, List.of(), Unit.TRIALS);
    // cor.test(anscombe$x1, anscombe$y1) of R.
    assertThat(r.interval().estimate()).isCloseTo(0.8164205, within(1e-7));
    assertThat(r.interval().low()).isCloseTo(0.4243912, within(1e-6));
    assertThat(r.interval().high()).isCloseTo(0.9506933, within(1e-6));
    assertThat(r.pValue(0)).isCloseTo(0.00217, within(5e-6));
  }

  @Test
  void pValueAtTheEndOfTheIntervalIsItsLevel() {
    RowCorrelation r = pearson(table(11, 11), X, Y, List.of(), Unit.TRIALS);
    assertThat(r.pValue(r.interval().low())).isCloseTo(0.05, within(1e-9));
    assertThat(r.pValue(r.interval().high())).isCloseTo(0.05, within(1e-9));
  }

  @Test
  void onePerfectOrderOfFiveIsNoProofOfMoreThanALittle() {
    double[] five = {1, 2, 3, 4, 5};
    RowCorrelation rho =
        RowCorrelation.of(
            CorrelationKind.SPEARMAN, table(5, 1), five, five, List.of(), Unit.CELLS, 0.95);
    // 2 of 5! orders are as extreme; the normal approximation alone would say 0.
    assertThat(rho.pValue(0)).isCloseTo(2.0 / 120, within(1e-12));
    assertThat(rho.pValue(0.3)).isCloseTo(2.0 / 120, within(1e-12));
  }

  @Test
  void partialIsTheFormulaOfOneControl() {
    double xy = Correlation.pearson(X, Y).coefficient();
    double xz = Correlation.pearson(X, Z).coefficient();
    double yz = Correlation.pearson(Y, Z).coefficient();
    double expected = (xy - xz * yz) / Math.sqrt((1 - xz * xz) * (1 - yz * yz));
    RowCorrelation r = pearson(table(11, 11), X, Y, List.of(Z), Unit.TRIALS);
    assertThat(r.interval().estimate()).isCloseTo(expected, within(1e-12));
    assertThat(r.rows()).isEqualTo(10);
    // 8 degrees of freedom: t = r√8/√(1 − r²), and one row less in Fisher's error.
    double z = Math.log((1 + expected) / (1 - expected)) / 2 - 1.959963985 / Math.sqrt(7);
    assertThat(r.interval().low()).isCloseTo(Math.tanh(z), within(1e-9));
  }

  @Test
  void betweenCellsIsOfTheirMeans() {
    double[] x = {1, 3, 2, 6, 10, 12, 1, 1};
    double[] y = {0, 0, 5, 3, 9, 9, 2, 4};
    RowCorrelation r = pearson(table(8, 2), x, y, List.of(), Unit.CELLS);
    double expected =
        Correlation.pearson(new double[] {2, 4, 11, 1}, new double[] {0, 4, 9, 3}).coefficient();
    assertThat(r.interval().estimate()).isCloseTo(expected, within(1e-12));
    assertThat(r.rows()).isEqualTo(4);
  }

  @Test
  void withinCellsForgetsTheirMeansAndCountsThemAsLost() {
    double[] x = {1, 2, 3, 101, 102, 103};
    double[] y = {3, 2, 1, 503, 502, 501};
    RowCorrelation r = pearson(table(6, 3), x, y, List.of(), Unit.WITHIN);
    assertThat(r.interval().estimate()).isCloseTo(-1, within(1e-12));
    assertThat(r.rows()).isEqualTo(5);
  }

  @Test
  void withinOneCellIsOverTrials() {
    RowCorrelation one = pearson(table(11, 11), X, Y, List.of(), Unit.WITHIN);
    assertThat(one.interval().estimate()).isCloseTo(0.8164205, within(1e-7));
    assertThat(one.pValue(0)).isCloseTo(0.00217, within(5e-6));
  }

  @Test
  void tooFewRowsAndConstantColumnsHaveNone() {
    double[] two = {1, 2};
    assertThat(pearson(table(2, 1), two, two, List.of(), Unit.CELLS).pValue(0)).isNaN();
    double[] constant = {1, 1, 1, 1};
    double[] any = {1, 2, 3, 5};
    RowCorrelation none = pearson(table(4, 1), constant, any, List.of(), Unit.CELLS);
    assertThat(none.interval().estimate()).isNaN();
    assertThat(none.pValue(0.3)).isNaN();
  }
}
