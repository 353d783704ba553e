package org.thalweg.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Path2D;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class MarchingSquaresTest {

  @Test
  void theLevelSetOfASquaredDistanceIsOneClosedCircle() {
    int n = 41;
    double centre = 20;
    List<ContourLine> lines =
        new MarchingSquares(field(n, n, (i, j) -> square(i - centre) + square(j - centre)))
            .lines(100);
    assertThat(lines).hasSize(1);
    ContourLine circle = lines.get(0);
    assertThat(circle.closed()).isTrue();
    // Linear interpolation of r² between neighbours is off by at most 1/4 in r², so 1/80 in r.
    for (int k = 0; k < circle.size(); k++) {
      double radius = Math.hypot(circle.along()[k] - centre, circle.across()[k] - centre);
      assertThat(radius).isCloseTo(10, within(0.0131));
    }
    assertThat(length(circle)).isCloseTo(20 * Math.PI, within(0.2));
  }

  @Test
  void theSpeedOfAPlaneDoesNotMatterItsLineIsExact() {
    List<ContourLine> lines = new MarchingSquares(field(5, 7, (i, j) -> 3 * i - 2 * j)).lines(1.5);
    assertThat(lines).hasSize(1);
    ContourLine line = lines.get(0);
    assertThat(line.closed()).isFalse();
    for (int k = 0; k < line.size(); k++) {
      assertThat(3 * line.along()[k] - 2 * line.across()[k]).isCloseTo(1.5, within(1e-12));
    }
  }

  @Test
  void aSaddleIsDecidedByTheMeanOfItsCorners() {
    double[][] highCorners = {{1, 0}, {0, 1}};
    // Mean 0.5. Below it the high corners are joined, above it they are apart.
    List<ContourLine> joined = new MarchingSquares(highCorners).lines(0.4);
    assertThat(joined).hasSize(2);
    assertThat(joined)
        .allSatisfy(line -> assertThat(distanceToNearest(line, 0, 1, 1, 0)).isLessThan(0.5));
    List<ContourLine> apart = new MarchingSquares(highCorners).lines(0.6);
    assertThat(apart).hasSize(2);
    assertThat(apart)
        .allSatisfy(line -> assertThat(distanceToNearest(line, 0, 0, 1, 1)).isLessThan(0.5));
  }

  @Test
  void areasAgreeWithLinesInASaddle() {
    MarchingSquares squares = new MarchingSquares(new double[][] {{1, 0}, {0, 1}});
    assertThat(squares.areaAbove(0.4).contains(0.5, 0.5)).isTrue();
    assertThat(squares.areaAbove(0.6).contains(0.5, 0.5)).isFalse();
    assertThat(squares.areaAbove(0.6).contains(0.1, 0.1)).isTrue();
    assertThat(squares.areaAbove(0.6).contains(0.1, 0.9)).isFalse();
  }

  @Test
  void theAreaAboveContainsExactlyTheHigherPoints() {
    DoubleBinaryOperator hill = (i, j) -> 50 - square(i - 7.3) - square(j - 9.1);
    Path2D area = new MarchingSquares(field(17, 19, hill)).areaAbove(10);
    for (double i = 0.25; i < 16; i += 0.5) {
      for (double j = 0.25; j < 18; j += 0.5) {
        double height = hill.applyAsDouble(i, j);
        if (Math.abs(height - 10) > 0.5) {
          assertThat(area.contains(i, j)).as("(%s, %s)", i, j).isEqualTo(height > 10);
        }
      }
    }
  }

  @Test
  void missingCornersLeaveAHoleAndOpenLines() {
    double[][] field = field(11, 11, (i, j) -> square(i - 5) + square(j - 5));
    field[8][5] = Double.NaN;
    MarchingSquares squares = new MarchingSquares(field);
    List<ContourLine> lines = squares.lines(9.5);
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).closed()).isFalse();
    assertThat(squares.areaAbove(Double.NEGATIVE_INFINITY).contains(7.5, 5.5)).isFalse();
    assertThat(squares.areaAbove(Double.NEGATIVE_INFINITY).contains(2.5, 2.5)).isTrue();
  }

  @Test
  void nothingIsDrawnWhereNothingIs() {
    assertThat(new MarchingSquares(new double[0][0]).lines(1)).isEmpty();
    assertThat(new MarchingSquares(new double[][] {{1}}).lines(1)).isEmpty();
    assertThat(new MarchingSquares(field(4, 4, (i, j) -> Double.NaN)).lines(1)).isEmpty();
    assertThat(new MarchingSquares(field(4, 4, (i, j) -> 2)).lines(1)).isEmpty();
  }

  private static double[][] field(int rows, int columns, DoubleBinaryOperator function) {
    double[][] field = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        field[i][j] = function.applyAsDouble(i, j);
      }
    }
    return field;
  }

  private static double length(ContourLine line) {
    double length = 0;
    for (int k = 0; k < line.size(); k++) {
      int next = (k + 1) % line.size();
      length +=
          Math.hypot(line.along()[next] - line.along()[k], line.across()[next] - line.across()[k]);
    }
    return length;
  }

  /** From the middle of the line to the nearer of two corners. */
  private static double distanceToNearest(
      ContourLine line, double i1, double j1, double i2, double j2) {
    double along = (line.along()[0] + line.along()[1]) / 2;
    double across = (line.across()[0] + line.across()[1]) / 2;
    return Math.min(Math.hypot(along - i1, across - j1), Math.hypot(along - i2, across - j2));
  }

  private static double square(double x) {
    return x * x;
  }
}
