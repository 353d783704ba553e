package org.thalweg.probe.sharpness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.thalweg.linalg.Precision;
import org.thalweg.objective.Evaluation;
import org.thalweg.objective.FunctionObjective;
import org.thalweg.objective.Objective;
import org.thalweg.objective.SmoothFunction;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Outcome;
import org.thalweg.result.SharpnessValue;
import org.thalweg.testkit.RelativeError;
import org.thalweg.testkit.Seeded;

class RelativeFlatnessTest {
  private static final SharpnessOptions OPTIONS = SharpnessOptions.defaults();

  /** ½θᵀAθ with a layer of so many rows between two others. */
  private record Layered(RealMatrix a, int rows, int columns) implements SmoothFunction {
    static Layered random(int rows, int columns, long seed) {
      int d = 3 + rows * columns + 2;
      double[][] b = new double[d][];
      for (int i = 0; i < d; i++) {
        b[i] = RandomStream.of(seed, "matrix", i).gaussians(d);
      }
      RealMatrix half = MatrixUtils.createRealMatrix(b);
      return new Layered(half.add(half.transpose()), rows, columns);
    }

    @Override
    public ParameterLayout layout() {
      return ParameterLayout.builder()
          .add("first.weight", ParameterKind.WEIGHT, 1, 3)
          .add("last.weight", ParameterKind.WEIGHT, rows, columns)
          .add("last.bias", ParameterKind.BIAS, 2)
          .build();
    }

    /** The definition, row by row. */
    double flatness(double[] theta) {
      double sum = 0;
      for (int s = 0; s < rows; s++) {
        for (int t = 0; t < rows; t++) {
          double inner = 0;
          double trace = 0;
          for (int j = 0; j < columns; j++) {
            int p = 3 + s * columns + j;
            int q = 3 + t * columns + j;
            inner += theta[p] * theta[q];
            trace += a.getEntry(p, q);
          }
          sum += inner * trace;
        }
      }
      return sum;
    }

    @Override
    public Evaluation evaluate(double[] theta) {
      double sum = 0;
      double[] product = a.operate(theta);
      for (int i = 0; i < theta.length; i++) {
        sum += theta[i] * product[i] / 2;
      }
      return Evaluation.exact(sum);
    }

    @Override
    public double[] gradient(double[] theta) {
      return a.operate(theta);
    }

    @Override
    public double[] hessianProduct(double[] theta, double[] v) {
      return a.operate(v);
    }
  }

  @Test
  void aSmallLayerIsMeasuredExactly() {
    Seeded.cases(
        20,
        seed -> {
          int rows = 1 + (int) (seed % 5);
          int columns = 1 + (int) (seed / 5 % 7);
          Layered function = Layered.random(rows, columns, seed);
          double[] theta = RandomStream.of(seed, "theta").gaussians(5 + rows * columns);
          SharpnessValue value =
              Measured.by("relative-flatness", FunctionObjective.of(function, theta), OPTIONS);
          assertThat(value.value())
              .isCloseTo(function.flatness(theta), within(1e-10 * rows * rows * columns * columns));
          assertThat(value.error().standardError()).isZero();
          assertThat(value.draws()).isEqualTo(Math.min(rows, columns) * columns);
          assertThat(value.cost().hessianProducts()).isEqualTo(value.draws());
          assertThat(value.detail("layerSize")).isEqualTo(rows * columns);
        });
  }

  @Test
  void ofOneOutputItIsTheTraceTimesTheSquaredNorm() {
    LocalQuadratic quadratic = LocalQuadratic.random(new double[] {4, 2, 1, -0.5}, 1, 2);
    double square = 0;
    for (double t : quadratic.point()) {
      square += t * t;
    }
    for (Precision precision : Precision.values()) {
      RelativeError.atMost(
          precision == Precision.FLOAT64 ? 1e-12 : 1e-5,
          precision.toString(),
          Measured.by("relative-flatness", quadratic.objective(precision), OPTIONS).value(),
          6.5 * square);
    }
  }

  @Test
  void aLargeLayerIsMeasuredAtRandomWithTheErrorItSays() {
    Layered function = Layered.random(10, 12, 1);
    double[] theta = RandomStream.of(1, "theta").gaussians(125);
    Objective objective = FunctionObjective.of(function, theta);
    int n = 300;
    double sum = 0;
    double squares = 0;
    double claimed = 0;
    for (int seed = 0; seed < n; seed++) {
      SharpnessValue value = Measured.by("relative-flatness", objective, OPTIONS.withSeed(seed));
      assertThat(value.draws()).isEqualTo(20);
      assertThat(value.detail("exact")).isZero();
      sum += value.value();
      squares += value.value() * value.value();
      claimed += Math.pow(value.error().standardError(), 2) / n;
    }
    double variance = (squares - sum * sum / n) / (n - 1);
    assertThat(sum / n).isCloseTo(function.flatness(theta), within(4 * Math.sqrt(variance / n)));
    assertThat(claimed / variance).isBetween(0.7, 1.4);
  }

  @Test
  void rescalingALayerChangesNothingRescalingUnitsDoes() {
    RealMatrix target = MatrixUtils.createRealMatrix(new double[][] {{1, 2, 0}, {0, -1, 1}});
    LinearNetwork network = new LinearNetwork(target, 4);
    double[] theta = RandomStream.of(4, "theta").gaussians(20);
    double before = value(network, theta);
    double norms =
        network.first(theta).getFrobeniusNorm() * network.second(theta).getFrobeniusNorm();
    RelativeError.atMost(1e-12, "‖W₁‖²‖W₂‖²", before, norms * norms);
    for (double c : new double[] {0.1, 10}) {
      RelativeError.atMost(
          1e-11, "layer", value(network, scaled(theta, new double[] {c, c, c, c})), before);
    }
    assertThat(value(network, scaled(theta, new double[] {0.1, 1, 3, 10})))
        .isGreaterThan(1.5 * before);
  }

  @Test
  void anotherLayerMayBeNamed() {
    RealMatrix target = MatrixUtils.createRealMatrix(new double[][] {{1, 2, 0}, {0, -1, 1}});
    LinearNetwork network = new LinearNetwork(target, 4);
    double[] theta = RandomStream.of(4, "theta").gaussians(20);
    SharpnessValue first =
        Measured.by(
            new RelativeFlatness(Optional.of("first.weight"), OPTIONS),
            FunctionObjective.of(network, theta));
    // H = W₂ᵀW₂ ⊗ I with three columns: 3 tr(W₁W₁ᵀW₂ᵀW₂).
    RealMatrix product = network.second(theta).multiply(network.first(theta));
    RelativeError.atMost(
        1e-12, "first", first.value(), 3 * Math.pow(product.getFrobeniusNorm(), 2));
  }

  @Test
  void withoutAHessianItDoesNotApply() {
    SharpnessValue value =
        Measured.by(
            "relative-flatness", FunctionObjective.of(new double[] {1}, t -> t[0]), OPTIONS);
    assertThat(value.outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
    assertThat(value.reason()).contains("Hessian");
  }

  private static double value(LinearNetwork network, double[] theta) {
    return Measured.by("relative-flatness", FunctionObjective.of(network, theta), OPTIONS).value();
  }

  /** Hidden unit i × cᵢ: row i of the first matrix, column i of the second by its inverse. */
  private static double[] scaled(double[] theta, double[] c) {
    double[] scaled = theta.clone();
    for (int i = 0; i < c.length; i++) {
      for (int j = 0; j < 3; j++) {
        scaled[i * 3 + j] *= c[i];
      }
      for (int s = 0; s < 2; s++) {
        scaled[12 + s * c.length + i] /= c[i];
      }
    }
    return scaled;
  }
}
