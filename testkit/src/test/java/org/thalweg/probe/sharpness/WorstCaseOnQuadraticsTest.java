package org.thalweg.probe.sharpness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Outcome;
import org.thalweg.result.SharpnessValue;
import org.thalweg.testkit.RelativeError;
import org.thalweg.testkit.Seeded;

/** Worst cases against the exact maximum of a quadratic over a ball or box. */
class WorstCaseOnQuadraticsTest {
  private static final SharpnessOptions THOROUGH =
      SharpnessOptions.defaults().withIterations(400).withTolerance(1e-10);

  private static final double[] CONVEX = {9, 5, 4, 2, 1, 0.5, 0.1, 0, 0, 0};
  private static final double[] SADDLE = {6, 4, 3, 0.5, 0, 0, -1, -2, -5, -20};
  private static final double[] CONCAVE = {-1, -1.5, -2, -2, -3, -4, -5, -6, -7, -8};

  private static SharpnessOptions options(double radius, long seed) {
    return THOROUGH.withRadius(radius).withSeed(seed);
  }

  @Test
  void ballIsTheTrustRegionMaximum() {
    for (double[] spectrum : new double[][] {CONVEX, SADDLE, CONCAVE}) {
      for (double slope : new double[] {0.01, 1, 100}) {
        for (double radius : new double[] {0.05, 1, 10}) {
          Seeded.cases(
              3,
              seed -> {
                LocalQuadratic quadratic = LocalQuadratic.random(spectrum, slope, seed);
                double found =
                    Measured.by("ball", quadratic.objective(), options(radius, seed)).value();
                double exact = TrustRegion.maximum(quadratic, radius);
                // Inside the ball the steps only shrink at checkpoints, from twice the radius.
                double absolute = spectrum == CONCAVE ? 2e-5 * radius * radius : 0;
                assertThat(found)
                    .as("slope " + slope + ", radius " + radius)
                    .isCloseTo(exact, within(1e-6 * exact + absolute));
              });
        }
      }
    }
  }

  @Test
  void atAStationaryPointTheBallSeesTheLargestEigenvalue() {
    Seeded.cases(
        10,
        seed -> {
          LocalQuadratic saddle = LocalQuadratic.random(SADDLE, 0, seed);
          SharpnessValue value = Measured.by("ball", saddle.objective(), THOROUGH.withRadius(0.3));
          RelativeError.atMost(1e-6, "½ε²λ₁", value.value(), 6 * 0.09 / 2);
          LocalQuadratic maximum = LocalQuadratic.random(CONCAVE, 0, seed);
          assertThat(Measured.by("ball", maximum.objective(), THOROUGH.withRadius(0.3)).value())
              .as("at a maximum nothing is higher")
              .isZero();
        });
  }

  @Test
  void theUsualOptionsComeCloseAndSayWhetherTheyDid() {
    Seeded.cases(
        20,
        seed -> {
          LocalQuadratic quadratic = LocalQuadratic.random(SADDLE, 1, seed);
          SharpnessValue value =
              Measured.by("ball", quadratic.objective(), SharpnessOptions.defaults().withRadius(1));
          double exact = TrustRegion.maximum(quadratic, 1);
          assertThat(value.value()).isBetween(0.98 * exact, exact * (1 + 1e-12));
          if (value.outcome() == Outcome.CONVERGED) {
            assertThat(value.detail("firstOrderGap"))
                .isLessThanOrEqualTo(1e-3 * value.value() * (1 + 1e-9));
          } else {
            assertThat(value.outcome()).isEqualTo(Outcome.BUDGET_EXHAUSTED);
          }
        });
  }

  @Test
  void adaptiveBallIsTheBallInScaledCoordinates() {
    Seeded.cases(
        10,
        seed -> {
          LocalQuadratic quadratic = LocalQuadratic.random(SADDLE, 1, seed);
          double[] c = quadratic.point().clone();
          for (int i = 0; i < c.length; i++) {
            c[i] = Math.abs(c[i]);
          }
          RelativeError.atMost(
              1e-6,
              "adaptive ball",
              Measured.by("adaptive-worst-l2", quadratic.objective(), THOROUGH.withRadius(0.7))
                  .value(),
              TrustRegion.maximum(quadratic.scaled(c), 0.7));
        });
  }

  @Test
  void normalizedDividesAndScalesTheRadius() {
    Seeded.cases(
        5,
        seed -> {
          LocalQuadratic quadratic = LocalQuadratic.random(SADDLE, 1, seed);
          double length = 0;
          for (double t : quadratic.point()) {
            length = Math.hypot(length, t);
          }
          SharpnessValue value =
              Measured.by("normalized", quadratic.objective(), THOROUGH.withRadius(0.2));
          RelativeError.atMost(
              1e-6,
              "normalized",
              value.value(),
              TrustRegion.maximum(quadratic, 0.2 * length) / 1.5);
          RelativeError.atMost(1e-14, "radius", value.detail("absoluteRadius"), 0.2 * length);
        });
  }

  @Test
  void boxesOfUncoupledParameters() {
    Seeded.cases(
        10,
        seed -> {
          int d = 12;
          double[] curvature = RandomStream.of(seed, "curvature").gaussians(d);
          double[] slope = RandomStream.of(seed, "slope").gaussians(d);
          double[] point = RandomStream.of(seed, "point").gaussians(d);
          LocalQuadratic quadratic = LocalQuadratic.diagonal(curvature, slope, point);
          double radius = 0.4;
          double plain = 0;
          double adaptive = 0;
          double keskar = 0;
          for (int i = 0; i < d; i++) {
            plain += highest(curvature[i], slope[i], radius);
            adaptive += highest(curvature[i], slope[i], radius * Math.abs(point[i]));
            keskar += highest(curvature[i], slope[i], radius * (Math.abs(point[i]) + 1));
          }
          SharpnessOptions options = THOROUGH.withRadius(radius);
          RelativeError.atMost(
              1e-3,
              "box",
              Measured.by("worst-linf", quadratic.objective(), options).value(),
              plain);
          RelativeError.atMost(
              1e-3,
              "adaptive box",
              Measured.by("adaptive-worst-linf", quadratic.objective(), options).value(),
              adaptive);
          RelativeError.atMost(
              1e-3,
              "Keskar",
              Measured.by("keskar", quadratic.objective(), options).value(),
              100 * keskar / 1.5);
        });
  }

  /** max sx + ½ax² over |x| ≤ h. */
  private static double highest(double a, double s, double h) {
    return a < 0 && Math.abs(s) < -a * h ? -s * s / (2 * a) : Math.abs(s) * h + a * h * h / 2;
  }

  @Test
  void aLinearFunctionInABoxOfARandomSubspace() {
    int d = 30;
    double[] slope = RandomStream.of(1, "slope").gaussians(d);
    double[] point = RandomStream.of(1, "point").gaussians(d);
    LocalQuadratic linear = LocalQuadratic.diagonal(new double[d], slope, point);
    double[][] columns = orthonormal(d, 7, 5);
    double expected = 0;
    for (double[] column : columns) {
      expected += Math.abs(dot(column, slope)) * 0.1 * (Math.abs(dot(column, point)) + 1);
    }
    SharpnessValue value =
        Measured.by(
            "keskar-subspace",
            linear.objective(),
            THOROUGH.withRadius(0.1).withSubspace(7).withSeed(5));
    RelativeError.atMost(1e-10, "Keskar in a subspace", value.value(), 100 * expected / 1.5);
    assertThat(value.details()).containsEntry("dimensions", 7.0);
    assertThat(value.outcome()).isEqualTo(Outcome.CONVERGED);
  }

  @Test
  void aSubspaceIsNeverLargerThanTheSpace() {
    LocalQuadratic linear =
        LocalQuadratic.diagonal(new double[3], new double[] {1, 2, 2}, new double[3]);
    SharpnessValue value =
        Measured.by("keskar-subspace", linear.objective(), SharpnessOptions.defaults());
    assertThat(value.details()).containsEntry("dimensions", 3.0);
    assertThat(value.value()).as("at least the slope times ε").isGreaterThan(100 * 3e-3 / 1.5);
  }

  /** Gram and Schmidt, from the documented streams. */
  private static double[][] orthonormal(int d, int p, long seed) {
    double[][] columns = new double[p][];
    for (int i = 0; i < p; i++) {
      columns[i] = RandomStream.of(seed, "sharpness subspace", i).gaussians(d);
      for (int j = 0; j < i; j++) {
        double c = dot(columns[j], columns[i]);
        for (int k = 0; k < d; k++) {
          columns[i][k] -= c * columns[j][k];
        }
      }
      double norm = Math.sqrt(dot(columns[i], columns[i]));
      for (int k = 0; k < d; k++) {
        columns[i][k] /= norm;
      }
    }
    return columns;
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  @Test
  void checkpointsOfAutoPgd() {
    Checkpoints checkpoints = new Checkpoints(20);
    for (int k = 1; k <= 20; k++) {
      assertThat(checkpoints.reached(k))
          .as("iteration " + k)
          .isEqualTo(Set.of(5, 9, 12, 14, 16, 18, 19, 20).contains(k));
    }
  }
}
