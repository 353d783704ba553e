package org.thalweg.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.random.RandomStream;
import org.thalweg.testkit.DenseReference;
import org.thalweg.testkit.RelativeError;
import org.thalweg.testkit.Seeded;

/** Closed forms: values by hand, Hessians as dense matrices. */
class AnalyticObjectiveTest {
  private static final double[][] POINTS = {{1, 2}, {3, -1}, {0, 1}};

  @Test
  void leastSquaresByHand() {
    // Residuals at w = (1, 1): 3 − 1, 2 − 2, 1 − 4.
    LinearRegression function = new LinearRegression(POINTS, new double[] {1, 2, 4});
    Evaluation evaluation = function.evaluate(new double[] {1, 1});
    assertThat(evaluation.loss()).isCloseTo((4 + 0 + 9) / 3.0, within(1e-15));
    // Losses 4, 0, 9: sample variance 61/3, over 3.
    assertThat(evaluation.lossStandardError()).isCloseTo(Math.sqrt(61.0 / 9), within(1e-14));
    assertThat(evaluation.accuracy()).isNaN();
    assertThat(function.gradient(new double[] {1, 1}))
        .containsExactly(new double[] {2.0 / 3 * 2, 2.0 / 3 * (4 - 3)}, within(1e-14));
    assertThat(
            new LinearRegression(new double[][] {{1}}, new double[] {0})
                .evaluate(new double[] {1})
                .lossStandardError())
        .as("one sample has no spread")
        .isNaN();
  }

  @Test
  void crossEntropyOfAnUndecidedClassifierIsTheLogarithmOfTheClasses() {
    double[] zero = new double[2];
    Evaluation two = new LogisticRegression(POINTS, new int[] {0, 1, 1}).evaluate(zero);
    assertThat(two.loss()).isCloseTo(Math.log(2), within(1e-15));
    assertThat(two.lossStandardError()).isCloseTo(0, within(1e-15));
    Evaluation five =
        new SoftmaxRegression(POINTS, new int[] {0, 4, 2}, 5).evaluate(new double[10]);
    assertThat(five.loss()).isCloseTo(Math.log(5), within(1e-15));
    assertThat(five.accuracy()).as("ties go to class 0").isCloseTo(1.0 / 3, within(1e-15));
  }

  @Test
  void largeScoresNeitherOverflowNorUnderflow() {
    LogisticRegression logistic =
        new LogisticRegression(new double[][] {{1000}, {-1000}}, new int[] {0, 0});
    assertThat(logistic.evaluate(new double[] {1}).loss()).isEqualTo(500);
    assertThat(logistic.evaluate(new double[] {1}).accuracy()).isEqualTo(0.5);
    assertThat(logistic.gradient(new double[] {1})).containsExactly(500);
    SoftmaxRegression softmax = new SoftmaxRegression(new double[][] {{1000}}, new int[] {1}, 2);
    assertThat(softmax.evaluate(new double[] {1, -1}).loss()).isEqualTo(2000);
    assertThat(softmax.gradient(new double[] {1, -1})).containsExactly(1000, -1000);
  }

  @Test
  void softmaxOfTwoClassesIsLogisticOfTheDifference() {
    Seeded.cases(
        10,
        seed -> {
          double[][] x = inputs(seed, 20, 3);
          int[] labels = labels(seed, 20, 2);
          double[] w = RandomStream.of(seed, "w").gaussians(3);
          double[] both = new double[6];
          System.arraycopy(w, 0, both, 3, 3);
          Evaluation logistic = new LogisticRegression(x, labels).evaluate(w);
          Evaluation softmax = new SoftmaxRegression(x, labels, 2).evaluate(both);
          RelativeError.atMost(1e-13, "loss", softmax.loss(), logistic.loss());
          assertThat(softmax.accuracy()).isEqualTo(logistic.accuracy());
        });
  }

  @Test
  void theHessianOfLeastSquaresIsTwoOverNTimesXTransposedX() {
    Seeded.cases(
        5,
        seed -> {
          double[][] x = inputs(seed, 30, 6);
          double[] y = RandomStream.of(seed, "y").gaussians(30);
          double[][] expected = new double[6][6];
          for (double[] row : x) {
            addOuter(expected, 0, 0, 2.0 / 30, row);
          }
          checkHessian(new LinearRegression(x, y), seed, expected);
        });
  }

  @Test
  void theHessianOfLogisticRegression() {
    Seeded.cases(
        5,
        seed -> {
          double[][] x = inputs(seed, 30, 6);
          double[] w = RandomStream.of(seed, "theta").gaussians(6);
          double[][] expected = new double[6][6];
          for (double[] row : x) {
            double sigma = 1 / (1 + Math.exp(-dot(row, w, 0)));
            addOuter(expected, 0, 0, sigma * (1 - sigma) / 30, row);
          }
          checkHessian(new LogisticRegression(x, labels(seed, 30, 2)), seed, expected);
        });
  }

  @Test
  void theHessianOfSoftmaxRegressionIsAMeanOfKroneckerProducts() {
    Seeded.cases(
        5,
        seed -> {
          int classes = 4;
          double[][] x = inputs(seed, 25, 3);
          double[] w = RandomStream.of(seed, "theta").gaussians(12);
          double[][] expected = new double[12][12];
          for (double[] row : x) {
            double[] p = new double[classes];
            for (int c = 0; c < classes; c++) {
              p[c] = Math.exp(dot(row, w, 3 * c));
            }
            double sum = Arrays.stream(p).sum();
            for (int a = 0; a < classes; a++) {
              for (int b = 0; b < classes; b++) {
                double entry = (a == b ? p[a] / sum : 0) - p[a] * p[b] / (sum * sum);
                addOuter(expected, 3 * a, 3 * b, entry / 25, row);
              }
            }
          }
          SoftmaxRegression function = new SoftmaxRegression(x, labels(seed, 25, classes), classes);
          checkHessian(function, seed, expected);
          assertThat(DenseReference.of(expected).bottom(3))
              .as("adding one vector to every row of W changes nothing")
              .containsExactly(new double[3], within(1e-14));
        });
  }

  @Test
  void rosenbrockByHand() {
    Rosenbrock function = new Rosenbrock(2);
    assertThat(function.evaluate(new double[] {1, 1}).loss()).isZero();
    assertThat(function.gradient(new double[] {1, 1})).containsExactly(0, 0);
    assertThat(function.evaluate(new double[] {-1.2, 1}).loss()).isCloseTo(24.2, within(1e-13));
    assertThat(function.gradient(new double[] {-1.2, 1}))
        .containsExactly(new double[] {-215.6, -88}, within(1e-12));
    double[][] atMinimum = {{802, -400}, {-400, 200}};
    assertThat(matrix(function, new double[] {1, 1}).matrix()).isDeepEqualTo(atMinimum);
    double[][] atStart = {{1330, 480}, {480, 200}};
    RelativeError.atMost(
        1e-14,
        "H",
        matrix(function, new double[] {-1.2, 1}).entries(),
        DenseReference.of(atStart).entries());
    // In three variables the middle one has a part in both terms.
    assertThat(new Rosenbrock(3).evaluate(new double[] {0, 2, 1}).loss())
        .isEqualTo(400 + 1 + 900 + 1);
  }

  @Test
  void aQuadraticHasExactlyThePrescribedSpectrum() {
    Seeded.cases(
        10,
        seed -> {
          double[] spectrum = {7, 7, 3, 0.5, 0, 0, -1e-3, -2};
          DenseReference matrix =
              matrix(Quadratic.withSpectrum(spectrum, seed), new double[spectrum.length]);
          assertThat(matrix.spectrum()).containsExactly(spectrum, within(1e-13));
          assertThat(matrix.asymmetry()).isLessThan(1e-14);
          double[][] entries = matrix.matrix();
          assertThat(Math.abs(entries[0][1])).as("rotated").isGreaterThan(1e-6);
        });
  }

  @Test
  void aQuadraticOfOneVariable() {
    Quadratic function = Quadratic.withSpectrum(new double[] {-3}, 1);
    assertThat(function.evaluate(new double[] {2}).loss()).isEqualTo(-6);
    assertThat(function.gradient(new double[] {2})).containsExactly(-6);
  }

  @Test
  void badSamplesAreCodedErrors() {
    assertThatThrownBy(() -> new LinearRegression(POINTS, new double[2]))
        .isInstanceOf(ThalwegException.class);
    assertThatThrownBy(() -> new LinearRegression(new double[0][0], new double[0]))
        .isInstanceOf(ThalwegException.class);
    assertThatThrownBy(() -> new LinearRegression(new double[][] {{1}, {1, 2}}, new double[2]))
        .isInstanceOf(ThalwegException.class);
    assertThatThrownBy(() -> new LogisticRegression(POINTS, new int[] {0, 1, 2}))
        .isInstanceOf(ThalwegException.class)
        .hasMessageContaining("label 2");
    assertThatThrownBy(() -> new SoftmaxRegression(POINTS, new int[] {0, -1, 2}, 3))
        .isInstanceOf(ThalwegException.class);
    assertThatThrownBy(() -> new Rosenbrock(1)).isInstanceOf(ThalwegException.class);
  }

  private static void checkHessian(SmoothFunction function, long seed, double[][] expected) {
    double[] theta = RandomStream.of(seed, "theta").gaussians(function.layout().dimension());
    DenseReference actual = matrix(function, theta);
    DenseReference reference = DenseReference.of(expected);
    RelativeError.atMost(1e-12, "H", actual.entries(), reference.entries());
    RelativeError.atMost(1e-12, "spectrum", actual.spectrum(), reference.spectrum());
  }

  private static DenseReference matrix(SmoothFunction function, double[] theta) {
    TwiceDifferentiableObjective objective = FunctionObjective.of(function, theta);
    try (Vector point = objective.parameters();
        LinearOperator hessian = objective.hessian(point)) {
      return DenseReference.of(hessian);
    }
  }

  static double[][] inputs(long seed, int samples, int features) {
    double[][] x = new double[samples][];
    for (int n = 0; n < samples; n++) {
      x[n] = RandomStream.of(seed, "inputs", n).gaussians(features);
    }
    return x;
  }

  static int[] labels(long seed, int samples, int classes) {
    RandomStream random = RandomStream.of(seed, "labels");
    int[] labels = new int[samples];
    for (int n = 0; n < samples; n++) {
      labels[n] = random.below(classes);
    }
    return labels;
  }

  private static double dot(double[] row, double[] w, int offset) {
    double sum = 0;
    for (int j = 0; j < row.length; j++) {
      sum += row[j] * w[offset + j];
    }
    return sum;
  }

  private static void addOuter(double[][] target, int top, int left, double a, double[] row) {
    for (int i = 0; i < row.length; i++) {
      for (int j = 0; j < row.length; j++) {
        target[top + i][left + j] += a * row[i] * row[j];
      }
    }
  }
}
