package org.thalweg.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Cost;
import org.thalweg.testkit.RelativeError;
import org.thalweg.testkit.Seeded;

class FunctionObjectiveTest {
  @Test
  void withoutAGradientThereIsOnlyTheFirstTier() {
    Objective objective = FunctionObjective.of(new double[] {3}, t -> t[0] * t[0]);
    assertThat(objective).isNotInstanceOf(DifferentiableObjective.class);
    try (Vector theta = objective.parameters()) {
      assertThat(objective.evaluate(theta)).isEqualTo(Evaluation.exact(9));
    }
  }

  @Test
  void differencesOfGradientsHaveAboutTenDigits() {
    Seeded.cases(
        20,
        seed -> {
          Rosenbrock rosenbrock = new Rosenbrock(5);
          double[] point = RandomStream.of(seed, "point").gaussians(5);
          double[] v = RandomStream.of(seed, "v").gaussians(5);
          double scale = Math.pow(10, 6 - (int) (seed % 13));
          for (int i = 0; i < v.length; i++) {
            v[i] *= scale;
          }
          TwiceDifferentiableObjective objective =
              FunctionObjective.withGradient(
                  point, t -> rosenbrock.evaluate(t).loss(), rosenbrock::gradient);
          try (Vector theta = objective.parameters();
              LinearOperator hessian = objective.hessian(theta);
              Vector x = objective.space().of(v);
              Vector product = hessian.apply(x)) {
            RelativeError.atMost(
                1e-8, "Hv", product.toArray(), rosenbrock.hessianProduct(point, v));
            assertThat(objective.cost()).isEqualTo(new Cost(0, 2, 1, 0));
          }
        });
  }

  @Test
  void aGivenHessianIsUsed() {
    TwiceDifferentiableObjective objective =
        FunctionObjective.withHessian(
            new double[] {1, 2},
            t -> 0,
            t -> new double[2],
            (t, v) -> new double[] {t[0] * v[0], t[1] * v[1]});
    try (Vector theta = objective.parameters();
        LinearOperator hessian = objective.hessian(theta);
        Vector x = objective.space().of(new double[] {5, 7});
        Vector product = hessian.apply(x)) {
      assertThat(product.toArray()).containsExactly(5, 14);
      assertThat(objective.cost()).isEqualTo(new Cost(0, 0, 1, 0));
    }
  }

  @Test
  void functionsThatSpoilTheirArgumentsDoNoHarm() {
    TwiceDifferentiableObjective objective =
        FunctionObjective.withHessian(
            new double[] {1, 2},
            t -> t[0]++,
            t -> {
              t[0] = 99;
              return t;
            },
            (t, v) -> {
              t[0]++;
              v[0] = t[0];
              return v;
            });
    try (Vector theta = objective.parameters();
        Vector x = objective.parameters();
        Vector y = objective.space().zeros();
        LinearOperator hessian = objective.hessian(theta)) {
      assertThat(objective.evaluate(theta).loss()).isEqualTo(1);
      assertThat(objective.evaluate(theta).loss()).isEqualTo(1);
      assertThat(objective.gradient(theta, y).loss()).isEqualTo(1);
      hessian.apply(x, y);
      hessian.apply(x, y);
      assertThat(y.toArray()).containsExactly(2, 2);
      assertThat(x.toArray()).containsExactly(1, 2);
      assertThat(theta.toArray()).containsExactly(1, 2);
    }
  }

  @Test
  void resultsOfTheWrongSizeAreCodedErrors() {
    TwiceDifferentiableObjective objective =
        FunctionObjective.withGradient(new double[] {1, 2}, t -> 0, t -> new double[3]);
    try (Vector theta = objective.parameters();
        Vector y = objective.space().zeros()) {
      assertThatThrownBy(() -> objective.gradient(theta, y))
          .isInstanceOfSatisfying(
              ThalwegException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.DIMENSION_MISMATCH);
                assertThat(e.found()).contains("3");
              });
    }
  }

  @Test
  void replicasOnSeveralThreadsCountIntoOneCost() throws Exception {
    Objective objective = FunctionObjective.of(new Rosenbrock(3), new double[3]);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    for (int i = 0; i < 4; i++) {
      threads.execute(
          () -> {
            try (Objective replica = objective.replicate();
                Vector theta = replica.parameters()) {
              for (int j = 0; j < 500; j++) {
                replica.evaluate(theta);
              }
            }
          });
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    assertThat(objective.cost()).isEqualTo(new Cost(2000, 0, 0, 0));
  }
}
