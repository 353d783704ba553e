package org.thalweg.probe.sharpness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Precision;
import org.thalweg.objective.FunctionObjective;
import org.thalweg.objective.Objective;
import org.thalweg.result.Outcome;
import org.thalweg.result.SharpnessValue;
import org.thalweg.testkit.RelativeError;
import org.thalweg.testkit.Seeded;

/** What holds for the measures of a neighbourhood, each by its name. */
class SharpnessMeasuresTest {
  private static final Set<String> GRADIENT_FREE =
      Set.of(
          "ball-sampled",
          "normalized-sampled",
          "gaussian",
          "average-l2",
          "average-linf",
          "adaptive-average-l2",
          "adaptive-average-linf");

  private static final double[] SADDLE = {6, 4, 3, 0.5, 0, 0, -1, -2, -5, -20};

  /** The measures of a neighbourhood; later ones have tests of their own. */
  static List<String> names() {
    return List.of(
        "ball",
        "ball-sampled",
        "normalized",
        "normalized-sampled",
        "gaussian",
        "keskar",
        "keskar-subspace",
        "sam",
        "asam",
        "asam-filter",
        "worst-linf",
        "adaptive-worst-l2",
        "adaptive-worst-linf",
        "average-l2",
        "average-linf",
        "adaptive-average-l2",
        "adaptive-average-linf");
  }

  @Test
  void everyMeasureIsKnownByItsOwnName() {
    List<String> all = SharpnessMeasures.all().stream().map(SharpnessMeasures.Entry::name).toList();
    assertThat(all).doesNotHaveDuplicates().containsAll(names());
    for (SharpnessMeasures.Entry entry : SharpnessMeasures.all()) {
      assertThat(entry.measure(SharpnessOptions.defaults()).name()).isEqualTo(entry.name());
      assertThat(entry.summary()).isNotBlank();
    }
    assertThat(SharpnessMeasures.usual()).isNotEmpty().isSubsetOf(SharpnessMeasures.all());
    assertThatThrownBy(() -> SharpnessMeasures.named("sharp"))
        .isInstanceOfSatisfying(
            ThalwegException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.UNKNOWN_NAME);
              assertThat(e.expected()).contains("keskar-subspace");
            });
  }

  @ParameterizedTest
  @MethodSource("names")
  void radiusZeroIsZero(String name) {
    for (Precision precision : Precision.values()) {
      Objective objective = LocalQuadratic.random(SADDLE, 1, 1).objective(precision);
      SharpnessValue value =
          Measured.by(name, objective, SharpnessOptions.defaults().withRadius(0));
      assertThat(value.value()).isZero();
      assertThat(value.radius().value()).isZero();
      assertThat(value.radius().unit()).isNotBlank();
      assertThat(value.outcome()).isEqualTo(Outcome.CONVERGED);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void aLossThatIsNotANumberIsSaidToBe(String name) {
    // Finite at θ and on one side of it.
    Objective objective =
        FunctionObjective.withGradient(
            new double[] {1, 1},
            t -> t[0] + t[1] > 2 ? Double.NaN : 5 - t[0] - t[1],
            t -> new double[] {1, 1});
    SharpnessOptions options = SharpnessOptions.defaults().withRadius(0.1);
    SharpnessValue value = Measured.by(name, objective, options);
    assertThat(value.value()).isNaN();
    assertThat(value.outcome()).isEqualTo(Outcome.NON_FINITE);

    Objective nowhere =
        FunctionObjective.withGradient(
            new double[] {1, 1}, t -> Double.NaN, t -> new double[] {Double.NaN, Double.NaN});
    assertThat(Measured.by(name, nowhere, options).value()).isNaN();
    assertThat(Measured.by(name, nowhere, options).outcome()).isEqualTo(Outcome.NON_FINITE);
  }

  @ParameterizedTest
  @MethodSource("names")
  void anInfiniteLossIsSaidToBe(String name) {
    Objective objective =
        FunctionObjective.withGradient(
            new double[] {1, 1},
            t -> t[0] + t[1] > 2 ? Double.POSITIVE_INFINITY : 5,
            t -> new double[] {1, 1});
    SharpnessValue value =
        Measured.by(name, objective, SharpnessOptions.defaults().withRadius(0.1));
    assertThat(value.value()).isNotFinite();
    assertThat(value.outcome()).isEqualTo(Outcome.NON_FINITE);
  }

  @ParameterizedTest
  @MethodSource("names")
  void withoutAGradientOnlyValuesAreUsed(String name) {
    LocalQuadratic quadratic = LocalQuadratic.random(SADDLE, 1, 1);
    Objective values =
        FunctionObjective.of(quadratic.point(), theta -> quadratic.evaluate(theta).loss());
    SharpnessValue value = Measured.by(name, values, SharpnessOptions.defaults());
    if (GRADIENT_FREE.contains(name)) {
      SharpnessValue expected =
          Measured.by(name, quadratic.objective(), SharpnessOptions.defaults());
      assertThat(value.value()).isEqualTo(expected.value());
      assertThat(value.error().standardError()).isPositive();
    } else {
      assertThat(value.outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
      assertThat(value.reason()).contains("a gradient");
      assertThat(value.value()).isNaN();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void onlyAdaptiveMeasuresAreInvariantUnderRescaling(String name) {
    boolean adaptive = name.startsWith("adaptive-") || name.startsWith("asam");
    double usual = name.contains("keskar") ? 0.01 : 0.2;
    SharpnessOptions options = SharpnessOptions.defaults().withRadius(usual);
    double before = Measured.by(name, ScaleInvariant.scaledBy(1), options).value();
    for (double c : new double[] {4, 0.1}) {
      double after = Measured.by(name, ScaleInvariant.scaledBy(c), options).value();
      if (adaptive) {
        RelativeError.atMost(1e-9, name + " at scale " + c, after, before);
      } else {
        assertThat(Math.abs(after - before)).isGreaterThan(0.05 * Math.abs(before));
      }
    }
  }

  @Test
  void oneStepOfSam() {
    Seeded.cases(
        10,
        seed -> {
          LocalQuadratic quadratic = LocalQuadratic.random(SADDLE, 1, seed);
          double[] g = quadratic.gradient();
          double norm = quadratic.slopeNorm();
          SharpnessValue sam =
              Measured.by(
                  "sam", quadratic.objective(), SharpnessOptions.defaults().withRadius(0.3));
          RelativeError.atMost(
              1e-12,
              "SAM",
              sam.value(),
              0.3 * norm + 0.09 / 2 * quadratic.curvature(g) / (norm * norm));
          RelativeError.atMost(1e-14, "gradient", sam.detail("gradientNorm"), norm);
          RelativeError.atMost(1e-14, "first order", sam.detail("firstOrder"), 0.3 * norm);
          assertThat(sam.cost().gradient()).isEqualTo(1);
          assertThat(sam.cost().forward()).isEqualTo(1);
        });
  }

  @Test
  void oneStepOfAsam() {
    Seeded.cases(
        10,
        seed -> {
          LocalQuadratic quadratic = LocalQuadratic.random(SADDLE, 1, seed);
          double[] g = quadratic.gradient();
          double[] w = quadratic.point();
          double squares = 0;
          for (int i = 0; i < g.length; i++) {
            squares += Math.pow(w[i] * g[i], 2);
          }
          double[] theta = w.clone();
          for (int i = 0; i < g.length; i++) {
            theta[i] += 0.3 * w[i] * w[i] * g[i] / Math.sqrt(squares);
          }
          RelativeError.atMost(
              1e-11,
              "ASAM",
              Measured.by(
                      "asam", quadratic.objective(), SharpnessOptions.defaults().withRadius(0.3))
                  .value(),
              quadratic.evaluate(theta).loss() - 0.5);
          // One filter: the scale is ‖θ‖, so a step of ρ‖θ‖ along the gradient.
          double length = 0;
          for (double t : w) {
            length = Math.hypot(length, t);
          }
          RelativeError.atMost(
              1e-11,
              "filterwise",
              Measured.by("asam-filter", quadratic.objective(), SharpnessOptions.defaults())
                  .value(),
              Measured.by(
                      "sam",
                      quadratic.objective(),
                      SharpnessOptions.defaults().withRadius(0.05 * length))
                  .value());
        });
  }

  @Test
  void worstCasesAreNeverBelowSampledOnesNorBelowSam() {
    Seeded.cases(
        60,
        seed -> {
          LocalQuadratic quadratic = LocalQuadratic.random(SADDLE, 0.1, seed);
          // Rough, so that an ascent is easily caught.
          Objective rough =
              FunctionObjective.withGradient(
                  quadratic.point(),
                  t ->
                      99 + quadratic.evaluate(t).loss() + Math.sin(40 * t[0]) + Math.cos(30 * t[1]),
                  t -> {
                    double[] g = quadratic.gradient(t);
                    g[0] += 40 * Math.cos(40 * t[0]);
                    g[1] -= 30 * Math.sin(30 * t[1]);
                    return g;
                  });
          for (double radius : new double[] {0.01, 0.3, 2}) {
            SharpnessOptions options =
                SharpnessOptions.defaults()
                    .withSeed(seed)
                    .withRadius(radius)
                    .withIterations(4)
                    .withRestarts(1);
            double ball = Measured.by("ball", rough, options).value();
            assertThat(ball)
                .isGreaterThanOrEqualTo(Measured.by("ball-sampled", rough, options).value())
                .isGreaterThanOrEqualTo(Measured.by("sam", rough, options).value() - 1e-12)
                .isNotNegative();
            assertThat(Measured.by("normalized", rough, options).value())
                .isGreaterThanOrEqualTo(Measured.by("normalized-sampled", rough, options).value());
          }
        });
  }

  @Test
  void relativeMeasuresNeedALossAboveMinusOne() {
    Objective negative =
        FunctionObjective.withGradient(new double[] {1}, t -> t[0] - 2, t -> new double[] {1});
    for (String name : List.of("normalized", "normalized-sampled", "keskar")) {
      SharpnessValue value = Measured.by(name, negative, SharpnessOptions.defaults());
      assertThat(value.outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
      assertThat(value.reason()).contains("a loss above −1").contains("-1.0");
    }
  }

  @Test
  void parametersThatAreZeroStayZero() {
    // All slope is along a parameter that is 0.
    LocalQuadratic linear =
        LocalQuadratic.diagonal(new double[2], new double[] {1, 0}, new double[] {0, 3});
    for (String name : names()) {
      if (name.startsWith("adaptive-") || name.equals("asam")) {
        SharpnessValue value = Measured.by(name, linear.objective(), SharpnessOptions.defaults());
        assertThat(value.value()).as(name).isZero();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void float32IsClose(String name) {
    LocalQuadratic quadratic = LocalQuadratic.random(SADDLE, 1, 6);
    SharpnessOptions options = SharpnessOptions.defaults().withRadius(0.1);
    double exact = Measured.by(name, quadratic.objective(), options).value();
    double rounded = Measured.by(name, quadratic.objective(Precision.FLOAT32), options).value();
    assertThat(rounded).isCloseTo(exact, within(1e-4 * Math.max(1, Math.abs(exact))));
  }
}
