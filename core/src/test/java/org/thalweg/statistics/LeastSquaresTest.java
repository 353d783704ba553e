package org.thalweg.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.thalweg.statistics.Agreement.agrees;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ThalwegException;

class LeastSquaresTest {
  private static final List<String> NAMES = List.of("v", "w", "z");
  private static final List<double[]> COLUMNS =
      List.of(CorrelationTest.V, PartialCorrelationTest.W, PartialCorrelationTest.Z);

  @Test
  void againstStatsmodels() {
    // statsmodels 0.15.0: OLS(u, add_constant([v, w, z])).fit()
    LeastSquares fit = LeastSquares.fit(NAMES, COLUMNS, CorrelationTest.U);
    double[] b = {
      -0.014156020693267865, 0.1329665868508738, 0.07178268915812763, 0.4470702353209389
    };
    double[] error = {
      0.11826064489050923, 0.17154662873394178, 0.17383789258528287, 0.11336820961517655
    };
    double[] t = {-0.1197018729804333, 0.7751046338374669, 0.4129288965172646, 3.9435238224057643};
    double[] p = {
      0.9056394751044662, 0.4452705841828056, 0.6830443052569835, 0.0005415993847997139
    };
    double[] low = {
      -0.25724425769860054, -0.21965255861168298, -0.285546216602559, 0.21403854305070746
    };
    for (int j = 0; j < 4; j++) {
      LeastSquares.Term term = fit.terms().get(j);
      agrees(term.coefficient().estimate(), b[j]);
      agrees(term.standardError(), error[j]);
      agrees(term.t(), t[j]);
      agrees(term.pValue(), p[j]);
      agrees(term.coefficient().low(), low[j]);
    }
    agrees(fit.rSquared(), 0.48961521956383847);
    agrees(fit.adjustedRSquared(), 0.4307246679750506);
    agrees(fit.residualError(), 0.6350248369627716);
    assertThat(fit.degreesOfFreedom()).isEqualTo(26);
    assertThat(fit.terms().get(0).name()).isEqualTo("intercept");
    agrees(fit.predict(1, 2, 3), b[0] + b[1] + 2 * b[2] + 3 * b[3]);
  }

  @Test
  void theLongleyData() {
    // NIST Statistical Reference Datasets, "Longley": certified values; condition number 5·10⁹.
    double[][] rows = {
      {83.0, 234289, 2356, 1590, 107608, 1947, 60323},
      {88.5, 259426, 2325, 1456, 108632, 1948, 61122},
      {88.2, 258054, 3682, 1616, 109773, 1949, 60171},
      {89.5, 284599, 3351, 1650, 110929, 1950, 61187},
      {96.2, 328975, 2099, 3099, 112075, 1951, 63221},
      {98.1, 346999, 1932, 3594, 113270, 1952, 63639},
      {99.0, 365385, 1870, 3547, 115094, 1953, 64989},
      {100.0, 363112, 3578, 3350, 116219, 1954, 63761},
      {101.2, 397469, 2904, 3048, 117388, 1955, 66019},
      {104.6, 419180, 2822, 2857, 118734, 1956, 67857},
      {108.4, 442769, 2936, 2798, 120445, 1957, 68169},
      {110.8, 444546, 4681, 2637, 121950, 1958, 66513},
      {112.6, 482704, 3813, 2552, 123366, 1959, 68655},
      {114.2, 502601, 3931, 2514, 125368, 1960, 69564},
      {115.7, 518173, 4806, 2572, 127852, 1961, 69331},
      {116.9, 554894, 4007, 2827, 130081, 1962, 70551},
    };
    List<double[]> columns = IntStream.range(0, 7).mapToObj(j -> column(rows, j)).toList();
    LeastSquares fit =
        LeastSquares.fit(
            List.of("1", "2", "3", "4", "5", "6"), columns.subList(0, 6), columns.get(6));
    double[] b = {
      -3482258.63459582,
      15.0618722713733,
      -0.0358191792925910,
      -2.02022980381683,
      -1.03322686717359,
      -0.0511041056535807,
      1829.15146461355
    };
    double[] error = {
      890420.383607373,
      84.9149257747669,
      0.0334910077722432,
      0.488399681651699,
      0.214274163161675,
      0.226073200069370,
      455.478499142212
    };
    Percentage tenDigits = Percentage.withPercentage(1e-8);
    for (int j = 0; j < 7; j++) {
      assertThat(fit.coefficient(j)).isCloseTo(b[j], tenDigits);
      assertThat(fit.terms().get(j).standardError()).isCloseTo(error[j], tenDigits);
    }
    assertThat(fit.rSquared()).isCloseTo(0.995479004577296, within(1e-12));
    assertThat(fit.residualError()).isCloseTo(304.854073561965, tenDigits);
  }

  private static double[] column(double[][] rows, int j) {
    return Arrays.stream(rows).mapToDouble(row -> row[j]).toArray();
  }

  @Test
  void unitsDoNotMatter() {
    for (double scale : new double[] {1e-150, 1e150}) {
      double[] x = {1 * scale, 2 * scale, 4 * scale, 5 * scale};
      double[] y = {3 / scale, 5 / scale, 9 / scale, 11 / scale};
      LeastSquares line = LeastSquares.fit(List.of("x"), List.of(x), y);
      assertThat(line.coefficient(1) * scale * scale).isCloseTo(2, within(1e-12));
      assertThat(line.coefficient(0) * scale).isCloseTo(1, within(1e-12));
      assertThat(line.rSquared()).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void asManyRowsAsCoefficients() {
    LeastSquares line =
        LeastSquares.fit(List.of("x"), List.of(new double[] {1, 2}), new double[] {5, 7});
    assertThat(line.coefficient(0)).isCloseTo(3, within(1e-13));
    assertThat(line.coefficient(1)).isCloseTo(2, within(1e-13));
    assertThat(line.terms().get(1).standardError()).isNaN();
    assertThat(line.terms().get(1).pValue()).isNaN();
    assertThat(line.adjustedRSquared()).isNaN();
    assertThat(line.degreesOfFreedom()).isZero();
  }

  @Test
  void whatCannotBeFitted() {
    double[] x = {1, 2, 3, Double.NaN, 5};
    double[] y = {1, 3, 2, 5, 4};
    double[] twice = {2, 4, 6, 8, 10};
    double[] constant = {0.1, 0.1, 0.1, 0.1, 0.1};
    LeastSquares collinear = LeastSquares.fit(List.of("a", "b"), List.of(x, twice), y);
    assertThat(collinear.fitted()).isFalse();
    assertThat(collinear.note()).contains("follows from the others");
    assertThat(collinear.coefficient(1)).isNaN();
    assertThat(collinear.missing()).isEqualTo(1);
    LeastSquares flat = LeastSquares.fit(List.of("flat"), List.of(constant), y);
    assertThat(flat.note()).contains("flat is constant");
    LeastSquares few = LeastSquares.fit(List.of("x"), List.of(new double[] {1}), new double[] {1});
    assertThat(few.note()).contains("fewer");
    assertThat(LeastSquares.fit(List.of("x"), List.of(x), constant).rSquared()).isNaN();
    assertThat(LeastSquares.fit(List.of("x"), List.of(x), constant).coefficient(1))
        .isCloseTo(0, within(1e-15));
    assertThatThrownBy(() -> LeastSquares.fit(List.of("x", "z"), List.of(x), y))
        .isInstanceOf(ThalwegException.class);
  }
}
