package org.thalweg.probe.connectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.ArraySpace;
import org.thalweg.linalg.Vector;
import org.thalweg.random.RandomStream;
import org.thalweg.result.NetworkSimilarity;
import org.thalweg.testkit.Seeded;

class SimilarityTest {
  @Test
  void distanceAndCosineOfWeights() {
    try (Vector a = ArraySpace.of(2).of(new double[] {3, 0});
        Vector b = ArraySpace.of(2).of(new double[] {3, 4})) {
      NetworkSimilarity similarity = Similarities.ofWeights(a, b);
      assertThat(similarity.distance()).isEqualTo(4);
      assertThat(similarity.cosine()).isCloseTo(0.6, within(1e-15));
      assertThat(similarity.disagreement()).isNaN();
      assertThat(similarity.layers()).isEmpty();
    }
  }

  @Test
  void disagreementCountsDifferentAnswers() {
    double[][] one = {{1, 2}, {2, 1}, {0, 5}, {1, 1}};
    double[][] other = {{1, 3}, {1, 2}, {0, 1}, {1, 0}};
    assertThat(Similarities.disagreement(one, other, 1)).isEqualTo(0.25);
    // Two positions of two classes: (class 0: 1, 2), (class 1: 3, 0).
    double[][] sequence = {{1, 2, 3, 0}};
    double[][] changed = {{1, 2, 3, 9}};
    assertThat(Similarities.disagreement(sequence, changed, 2)).isEqualTo(0.5);
  }

  @Test
  void answersThatAreNoClassesHaveNoDisagreement() {
    double[][] answers = {{1}, {2}, {4}, {3}, {9}};
    try (Vector a = ArraySpace.of(1).of(new double[] {1})) {
      NetworkSimilarity similarity = Similarities.of(a, a, answers, answers, 1, false);
      assertThat(similarity.disagreement()).isNaN();
      assertThat(similarity.layers().get(0).linearCka()).isCloseTo(1, within(1e-12));
    }
  }

  /** Against N × N Gram matrices, as the definitions write them. */
  @Test
  void alignmentIsThatOfGramMatrices() {
    Seeded.cases(
        20,
        seed -> {
          int n = 4 + (int) (seed % 9);
          double[][] x = gaussian(seed, n, 3);
          double[][] y = gaussian(seed + 1, n, 5);
          assertThat(LinearCka.biased(x, y))
              .isCloseTo(
                  centredSum(x, y) / Math.sqrt(centredSum(x, x) * centredSum(y, y)), within(1e-10));
          double product = hsic(x, x) * hsic(y, y);
          double expected = product > 0 ? hsic(x, y) / Math.sqrt(product) : Double.NaN;
          if (Double.isNaN(expected)) {
            assertThat(LinearCka.debiased(x, y)).isNaN();
          } else {
            assertThat(LinearCka.debiased(x, y)).isCloseTo(expected, within(1e-8));
          }
        });
  }

  @Test
  void rotationScaleAndOffsetChangeNothing() {
    double[][] x = gaussian(3, 40, 2);
    double[][] turned = new double[40][];
    double c = Math.cos(1);
    double s = Math.sin(1);
    for (int i = 0; i < 40; i++) {
      turned[i] =
          new double[] {7 * (c * x[i][0] - s * x[i][1]) + 2, 7 * (s * x[i][0] + c * x[i][1]) - 9};
    }
    assertThat(LinearCka.biased(x, turned)).isCloseTo(1, within(1e-12));
    assertThat(LinearCka.debiased(x, turned)).isCloseTo(1, within(1e-10));
  }

  /** The reason for the debiased version: more features than samples look alike to the other. */
  @Test
  void onlyTheDebiasedEstimateSeesThatWideNoiseIsUnrelated() {
    double[][] x = gaussian(1, 30, 400);
    double[][] y = gaussian(2, 30, 400);
    assertThat(LinearCka.biased(x, y)).isGreaterThan(0.85);
    assertThat(LinearCka.debiased(x, y)).isBetween(-0.15, 0.15);
  }

  @Test
  void fewAnswersHaveNoDebiasedEstimateAndUnequalNumbersNone() {
    double[][] three = gaussian(1, 3, 2);
    assertThat(LinearCka.compare("outputs", three, three).debiasedCka()).isNaN();
    assertThatThrownBy(() -> LinearCka.compare("outputs", three, gaussian(1, 4, 2)))
        .isInstanceOf(ThalwegException.class);
  }

  private static double[][] gaussian(long seed, int rows, int columns) {
    RandomStream stream = RandomStream.of(seed, "similarity");
    double[][] values = new double[rows][];
    for (int i = 0; i < rows; i++) {
      values[i] = stream.gaussians(columns);
    }
    return values;
  }

  private static double[][] gram(double[][] x) {
    int n = x.length;
    double[][] gram = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < x[0].length; k++) {
          gram[i][j] += x[i][k] * x[j][k];
        }
      }
    }
    return gram;
  }

  /** tr KHLH with H = I − 11ᵀ/n. */
  private static double centredSum(double[][] x, double[][] y) {
    double[][] k = centre(gram(x));
    double[][] l = gram(y);
    double sum = 0;
    for (int i = 0; i < k.length; i++) {
      for (int j = 0; j < k.length; j++) {
        sum += k[i][j] * l[j][i];
      }
    }
    return sum;
  }

  private static double[][] centre(double[][] gram) {
    int n = gram.length;
    double[] mean = new double[n];
    double total = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        mean[i] += gram[i][j] / n;
        total += gram[i][j] / n / n;
      }
    }
    double[][] centred = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        centred[i][j] = gram[i][j] - mean[i] - mean[j] + total;
      }
    }
    return centred;
  }

  private static double hsic(double[][] x, double[][] y) {
    double[][] k = gram(x);
    double[][] l = gram(y);
    int n = k.length;
    double trace = 0;
    double sumK = 0;
    double sumL = 0;
    double both = 0;
    for (int i = 0; i < n; i++) {
      k[i][i] = 0;
      l[i][i] = 0;
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        trace += k[i][j] * l[j][i];
        sumK += k[i][j];
        sumL += l[i][j];
        for (int m = 0; m < n; m++) {
          both += k[i][m] * l[m][j];
        }
      }
    }
    return (trace + sumK * sumL / (n - 1) / (n - 2) - 2 * both / (n - 2)) / n / (n - 3);
  }
}
