package org.thalweg.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.junit.jupiter.api.Test;
import org.thalweg.random.RandomStream;

class SurfaceShapesTest {
  private static final Values ALPHA = Values.linspace(-2, 3, 31);
  private static final Values BETA = Values.linspace(-1, 1, 17);

  @Test
  void aQuadraticIsFoundExactly() {
    SurfaceResult surface =
        surface((a, b) -> 7 + 2 * a - 3 * b + 2.5 * a * a + 2 * a * b + 0.5 * b * b * 9);
    QuadraticSurface fit = fit(surface);
    assertThat(fit.value()).isCloseTo(7, within(1e-11));
    assertThat(fit.alphaSlope()).isCloseTo(2, within(1e-11));
    assertThat(fit.betaSlope()).isCloseTo(-3, within(1e-11));
    assertThat(fit.alphaCurvature()).isCloseTo(5, within(1e-11));
    assertThat(fit.mixedCurvature()).isCloseTo(2, within(1e-11));
    assertThat(fit.betaCurvature()).isCloseTo(9, within(1e-11));
    // Eigenvalues of [[5, 2], [2, 9]]: 7 ± √8.
    assertThat(fit.largestCurvature()).isCloseTo(7 + Math.sqrt(8), within(1e-11));
    assertThat(fit.smallestCurvature()).isCloseTo(7 - Math.sqrt(8), within(1e-11));
    assertThat(fit.ratio()).isCloseTo((7 - Math.sqrt(8)) / (7 + Math.sqrt(8)), within(1e-12));
    assertThat(fit.rSquared()).isCloseTo(1, within(1e-12));
    assertThat(fit.residual()).isCloseTo(0, within(1e-11));
    assertThat(fit.points()).isEqualTo(31 * 17);
  }

  @Test
  void aSaddleHasANegativeRatio() {
    QuadraticSurface fit = fit(surface((a, b) -> 2 * a * a - b * b));
    assertThat(fit.ratio()).isCloseTo(-0.5, within(1e-12));
    assertThat(fit(surface((a, b) -> -a * a - b * b)).ratio()).isNaN();
  }

  @Test
  void standardErrorsAreThoseOfRepetitions() {
    StreamingStatistics largest = new StreamingStatistics();
    StreamingStatistics ratio = new StreamingStatistics();
    StreamingStatistics claimed = new StreamingStatistics();
    StreamingStatistics claimedRatio = new StreamingStatistics();
    for (int k = 0; k < 200; k++) {
      RandomStream noise = RandomStream.of(11, "test", k);
      QuadraticSurface fit =
          fit(surface((a, b) -> 2 * a * a + a * b + b * b + 0.3 * noise.gaussian()));
      largest.addValue(fit.largestCurvature());
      ratio.addValue(fit.ratio());
      claimed.addValue(fit.largestCurvatureStandardError());
      claimedRatio.addValue(fit.ratioStandardError());
    }
    // The spread of 200 repetitions is known to 5 %; three times that.
    assertThat(claimed.getMean() / largest.getStandardDeviation()).isCloseTo(1, within(0.15));
    assertThat(claimedRatio.getMean() / ratio.getStandardDeviation()).isCloseTo(1, within(0.15));
  }

  @Test
  void tooFewPointsDetermineNothing() {
    assertThat(fit(surface((a, b) -> a > -1.9 ? Double.NaN : a)).value()).isNaN();
    assertThat(fit(surface((a, b) -> a == 0.5 && b == 0 ? 1 : Double.NaN)).points()).isLessThan(2);
  }

  @Test
  void theLevelLineOfAQuadraticIsItsEllipse() {
    // Axes turned by 30°, curvatures 2 and 18: axis ratio 1/3; centre (0.4, −0.1).
    double c = Math.cos(Math.PI / 6);
    double s = Math.sin(Math.PI / 6);
    SurfaceResult surface =
        surface(
            Values.linspace(-2, 2, 81),
            Values.linspace(-1.5, 1.5, 91),
            (a, b) -> {
              double x = c * (a - 0.4) + s * (b + 0.1);
              double y = -s * (a - 0.4) + c * (b + 0.1);
              return x * x + 9 * y * y;
            });
    LevelEllipse ellipse = LevelEllipse.of(surface);
    assertThat(ellipse.centreAlpha()).isCloseTo(0.4, within(1e-3));
    assertThat(ellipse.centreBeta()).isCloseTo(-0.1, within(1e-3));
    assertThat(ellipse.shortAxis() / ellipse.longAxis()).isCloseTo(1 / 3.0, within(2e-3));
    assertThat(ellipse.longAxis()).isCloseTo(Math.sqrt(ellipse.level()), within(5e-3));
    assertThat(ellipse.angle()).isCloseTo(Math.PI / 6, within(1e-3));
    assertThat(ellipse.residual()).isLessThan(0.005);
  }

  @Test
  void aSquareAndAHoleLeaveAResidual() {
    Values axis = Values.linspace(-1, 1, 41);
    LevelEllipse square =
        LevelEllipse.of(surface(axis, axis, (a, b) -> Math.max(Math.abs(a), Math.abs(b))));
    assertThat(square.residual()).isBetween(0.05, 0.2);
    LevelEllipse ring =
        LevelEllipse.of(
            surface(axis, axis, (a, b) -> Math.abs(Math.hypot(a, b) - 0.5) + 0.001 * a));
    assertThat(ring.residual()).isGreaterThan(0.2);
  }

  @Test
  void aSlopeHasNoEllipse() {
    LevelEllipse none = LevelEllipse.of(surface((a, b) -> a));
    assertThat(none.level()).isNaN();
    assertThat(none.longAxis()).isNaN();
  }

  @Test
  void areasBelowALevelAndAroundTheNetwork() {
    Values axis = Values.linspace(-2, 2, 5);
    // Two ditches, α = 0 and α = 2, between walls.
    SurfaceResult surface = surface(axis, axis, (a, b) -> a == 0 || a == 2 ? 0 : 1);
    SublevelArea area = SublevelArea.of(surface, 0.5);
    assertThat(area.share()).isEqualTo(10 / 25.0);
    assertThat(area.connectedShare()).isEqualTo(5 / 25.0);
    assertThat(area.bounded()).isFalse();
    SublevelArea pit = SublevelArea.of(surface(axis, axis, (a, b) -> a * a + b * b), 1);
    assertThat(pit.connectedShare()).isEqualTo(5 / 25.0);
    assertThat(pit.bounded()).isTrue();
    assertThat(SublevelArea.of(surface, -1).connectedShare()).isZero();
  }

  @Test
  void roughnessLooksAlongBothAxes() {
    Values axis = Values.linspace(-1, 1, 3);
    // Second difference 2 along α in each of 3 columns, 0 along β in each of 3 rows; range 1.
    SurfaceResult surface = surface(axis, axis, (a, b) -> a * a);
    Roughness roughness = Roughness.of(surface.loss(), fit(surface));
    assertThat(roughness.secondDifference()).isEqualTo(1);
    assertThat(roughness.residual()).isCloseTo(0, within(1e-14));
  }

  @Test
  void everyShapeIsAMeasurement() {
    assertThat(surface((a, b) -> a * a + 4 * b * b).measurements())
        .extracting(Measurement::name)
        .anyMatch(name -> name.startsWith("curvature ratio"))
        .anyMatch(name -> name.startsWith("axis ratio"))
        .anyMatch(name -> name.startsWith("deviation of the level line from the nearest ellipse"))
        .anyMatch(name -> name.startsWith("share of the plane"));
  }

  private static QuadraticSurface fit(SurfaceResult surface) {
    return QuadraticSurface.of(surface.alpha(), surface.beta(), surface.loss());
  }

  private static SurfaceResult surface(DoubleBinaryOperator f) {
    return surface(ALPHA, BETA, f);
  }

  private static SurfaceResult surface(Values alpha, Values beta, DoubleBinaryOperator f) {
    double[] loss = new double[alpha.size() * beta.size()];
    for (int i = 0; i < alpha.size(); i++) {
      for (int j = 0; j < beta.size(); j++) {
        loss[i * beta.size() + j] = f.applyAsDouble(alpha.get(i), beta.get(j));
      }
    }
    Grid grid = new Grid(alpha.size(), beta.size(), Values.of(loss));
    return new SurfaceResult(
        List.of("a", "b"), alpha, beta, grid, grid, grid, 0, Outcome.CONVERGED, Cost.NONE);
  }
}
