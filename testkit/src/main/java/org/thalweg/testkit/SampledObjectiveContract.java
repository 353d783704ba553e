package org.thalweg.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Evaluation;
import org.thalweg.objective.SampledObjective;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Cost;

/**
 * What every {@link SampledObjective} must do besides {@link ObjectiveContract}; a test class
 * extends it and says which objective. All of it are identities, true up to rounding.
 */
public abstract class SampledObjectiveContract {
  /** A new objective of at least four samples; the contract closes it. */
  protected abstract SampledObjective objective();

  /** w of the penalty (w/2)‖θ‖² that the objective was made with. */
  protected double weightDecay() {
    return 0;
  }

  /** Whether the loss is the negative logarithm of a density of the answers. */
  protected boolean likelihood() {
    return true;
  }

  /** Allowed error relative to the sizes involved. */
  protected double tolerance(Precision precision) {
    return precision == Precision.FLOAT64 ? 1e-10 : 2e-4;
  }

  @Test
  void theMeanOfTheSampleLossesIsTheLoss() {
    try (SampledObjective objective = objective();
        Vector theta = objective.parameters()) {
      double[] losses = objective.sampleLosses(theta);
      assertThat(losses).hasSize(objective.samples());
      assertThat(objective.weightDecay()).isEqualTo(weightDecay());
      close(
          objective, "mean loss", mean(losses) + penalty(theta), objective.evaluate(theta).loss());
    }
  }

  @Test
  void theMeanOfTheSampleSlopesIsTheDirectionalDerivative() {
    try (SampledObjective objective = objective();
        Vector theta = objective.parameters();
        Vector gradient = objective.space().zeros();
        Vector v = direction(objective, 0)) {
      double[] before = theta.toArray();
      double[] slopes = objective.sampleSlopes(theta, v);
      assertThat(slopes).hasSize(objective.samples());
      assertThat(theta.toArray()).containsExactly(before);
      objective.gradient(theta, gradient);
      double spread = Math.sqrt(meanSquare(slopes));
      double expected = gradient.dot(v) - weightDecay() * theta.dot(v);
      assertThat(Math.abs(mean(slopes) - expected))
          .isLessThanOrEqualTo(tolerance(objective.space().precision()) * spread);
      assertThat(objective.sampleSlopes(theta, v)).containsExactly(slopes);
    }
  }

  @Test
  void theGradientsOfSingleSamplesHaveTheSlopesAndNorms() {
    try (SampledObjective objective = objective();
        Vector theta = objective.parameters();
        Vector gradient = objective.space().zeros();
        Vector v = direction(objective, 1)) {
      double[] slopes = objective.sampleSlopes(theta, v);
      double[] norms = objective.sampleSquaredGradientNorms(theta);
      double[] losses = objective.sampleLosses(theta);
      int last = objective.samples() - 1;
      for (int n : new int[] {0, 1, last / 2, last}) {
        Evaluation single = objective.gradient(theta, new int[] {n}, gradient);
        gradient.axpy(-weightDecay(), theta);
        double size = Math.max(gradient.norm() * v.norm(), Double.MIN_NORMAL);
        assertThat(Math.abs(slopes[n] - gradient.dot(v)))
            .as("slope of sample %d", n)
            .isLessThanOrEqualTo(tolerance(objective.space().precision()) * size);
        close(objective, "‖∇ℓ‖² of sample " + n, norms[n], gradient.dot(gradient));
        close(objective, "ℓ of sample " + n, single.loss() - penalty(theta), losses[n]);
      }
    }
  }

  @Test
  void theGradientsOfAPartitionAverageToTheGradient() {
    try (SampledObjective objective = objective();
        Vector theta = objective.parameters();
        Vector gradient = objective.space().zeros();
        Vector part = objective.space().zeros();
        Vector sum = objective.space().zeros()) {
      int[] order = RandomStream.of(5, "partition").permutation(objective.samples());
      int cut = order.length / 3 + 1;
      double loss = 0;
      for (int[] batch :
          List.of(Arrays.copyOf(order, cut), Arrays.copyOfRange(order, cut, order.length))) {
        double share = (double) batch.length / order.length;
        loss += share * objective.gradient(theta, batch, part).loss();
        sum.axpy(share, part);
      }
      double expected = objective.gradient(theta, gradient).loss();
      close(objective, "loss", loss, expected);
      sum.axpy(-1, gradient);
      double size = gradient.norm() + Math.sqrt(mean(objective.sampleSquaredGradientNorms(theta)));
      assertThat(sum.norm()).isLessThanOrEqualTo(tolerance(objective.space().precision()) * size);
    }
  }

  @Test
  void aRepeatedSampleCountsRepeatedly() {
    try (SampledObjective objective = objective();
        Vector theta = objective.parameters();
        Vector once = objective.space().zeros();
        Vector other = objective.space().zeros();
        Vector mixed = objective.space().zeros()) {
      objective.gradient(theta, new int[] {0}, once);
      objective.gradient(theta, new int[] {2}, other);
      objective.gradient(theta, new int[] {2, 0, 2}, mixed);
      double size = once.norm() + other.norm();
      mixed.axpy(-1.0 / 3, once).axpy(-2.0 / 3, other);
      assertThat(mixed.norm()).isLessThanOrEqualTo(tolerance(objective.space().precision()) * size);
    }
  }

  @Test
  void theEmpiricalFisherMatrixIsTheSecondMomentOfTheSlopes() {
    try (SampledObjective objective = objective();
        Vector theta = objective.parameters();
        Vector u = direction(objective, 0);
        Vector v = direction(objective, 1);
        LinearOperator fisher = objective.empiricalFisher(theta);
        Vector product = fisher.apply(v)) {
      double[] along = objective.sampleSlopes(theta, u);
      double[] across = objective.sampleSlopes(theta, v);
      close(objective, "vᵀF̂v", v.dot(product), meanSquare(across));
      double mixed = IntStream.range(0, along.length).mapToDouble(n -> along[n] * across[n]).sum();
      double size = Math.sqrt(meanSquare(along) * meanSquare(across));
      assertThat(Math.abs(u.dot(product) - mixed / along.length))
          .isLessThanOrEqualTo(tolerance(objective.space().precision()) * size);
    }
  }

  @Test
  void matricesAreSymmetricAndHaveNoNegativeCurvature() {
    semiDefinite(SampledObjective::empiricalFisher);
    semiDefinite(SampledObjective::gaussNewton);
    assumeTrue(likelihood(), "the loss is no likelihood");
    semiDefinite(SampledObjective::fisher);
  }

  @Test
  void whereTheLossIsALikelihoodFisherAndGaussNewtonAreOne() {
    assumeTrue(likelihood(), "the loss is no likelihood");
    try (SampledObjective objective = objective();
        Vector theta = objective.parameters();
        Vector v = direction(objective, 2);
        LinearOperator fisher = objective.fisher(theta);
        LinearOperator gaussNewton = objective.gaussNewton(theta);
        Vector one = fisher.apply(v);
        Vector other = gaussNewton.apply(v)) {
      RelativeError.atMost(
          tolerance(objective.space().precision()), "Fv", one.toArray(), other.toArray());
    }
  }

  @Test
  void matricesStayAtTheirPoint() {
    try (SampledObjective objective = objective();
        Vector theta = objective.parameters();
        Vector v = direction(objective, 0);
        Vector after = objective.space().zeros();
        LinearOperator gaussNewton = objective.gaussNewton(theta);
        Vector before = gaussNewton.apply(v)) {
      theta.axpy(0.3, v);
      objective.evaluate(theta);
      objective.gradient(theta, new int[] {1}, after);
      gaussNewton.apply(v, after);
      RelativeError.atMost(
          tolerance(objective.space().precision()), "Gv", after.toArray(), before.toArray());
    }
  }

  @Test
  void theSubsetOfAllIsTheObjective() {
    try (SampledObjective objective = objective();
        Vector theta = objective.parameters();
        Vector v = direction(objective, 0);
        Vector gradient = objective.space().zeros();
        Vector same = objective.space().zeros()) {
      Evaluation expected = objective.evaluate(theta);
      Cost before = objective.cost();
      try (SampledObjective all = objective.subset(all(objective))) {
        assertThat(all.samples()).isEqualTo(objective.samples());
        assertThat(all.evaluate(theta)).isEqualTo(expected);
        assertThat(all.cost().forward()).as("a cost of its own").isEqualTo(1);
        assertThat(objective.cost()).isEqualTo(before);
        objective.gradient(theta, gradient);
        all.gradient(theta, same);
        assertThat(same.toArray()).containsExactly(gradient.toArray());
        try (LinearOperator hessian = objective.hessian(theta);
            LinearOperator copy = all.hessian(theta)) {
          hessian.apply(v, gradient);
          copy.apply(v, same);
          assertThat(same.toArray()).containsExactly(gradient.toArray());
        }
      }
      assertThat(objective.evaluate(theta)).as("after closing the subset").isEqualTo(expected);
    }
  }

  @Test
  void aSubsetIsTheSameLossOverSomeOfTheSamples() {
    try (SampledObjective objective = objective();
        Vector theta = objective.parameters();
        Vector gradient = objective.space().zeros();
        Vector expected = objective.space().zeros();
        Vector v = direction(objective, 0)) {
      int[] chosen = {objective.samples() - 1, 0, 2};
      double[] losses = objective.sampleLosses(theta);
      double[] slopes = objective.sampleSlopes(theta, v);
      objective.gradient(theta, chosen, expected);
      try (SampledObjective subset = objective.subset(chosen);
          SampledObjective smaller = subset.subset(new int[] {2});
          SampledObjective replica = subset.replicate()) {
        double[] some = subset.sampleLosses(theta);
        double[] along = replica.sampleSlopes(theta, v);
        double size = Math.sqrt(meanSquare(slopes));
        for (int i = 0; i < chosen.length; i++) {
          close(objective, "ℓ of sample " + chosen[i], some[i], losses[chosen[i]]);
          assertThat(Math.abs(along[i] - slopes[chosen[i]]))
              .isLessThanOrEqualTo(tolerance(objective.space().precision()) * size);
        }
        subset.gradient(theta, gradient);
        RelativeError.atMost(
            tolerance(objective.space().precision()),
            "gradient of the subset",
            gradient.toArray(),
            expected.toArray());
        close(objective, "ℓ of sample 2", smaller.sampleLosses(theta)[0], losses[2]);
      }
    }
  }

  @Test
  void theHessiansOfAPartitionAverageToTheHessian() {
    try (SampledObjective objective = objective();
        Vector theta = objective.parameters();
        Vector v = direction(objective, 0);
        LinearOperator hessian = objective.hessian(theta);
        Vector expected = hessian.apply(v);
        Vector sum = objective.space().zeros()) {
      int n = objective.samples();
      int cut = n / 2 - 1;
      for (int[] half :
          List.of(IntStream.range(0, cut).toArray(), IntStream.range(cut, n).toArray())) {
        try (SampledObjective subset = objective.subset(half);
            LinearOperator part = subset.hessian(theta);
            Vector product = part.apply(v)) {
          sum.axpy((double) half.length / n, product);
        }
      }
      RelativeError.atMost(
          10 * tolerance(objective.space().precision()), "Hv", sum.toArray(), expected.toArray());
    }
  }

  @Test
  void aReplicaGivesTheSameNumbers() {
    try (SampledObjective objective = objective();
        Vector theta = objective.parameters();
        Vector v = direction(objective, 0);
        Vector one = objective.space().zeros();
        Vector other = objective.space().zeros();
        SampledObjective replica = objective.replicate()) {
      assertThat(replica.sampleLosses(theta)).containsExactly(objective.sampleLosses(theta));
      assertThat(replica.sampleSlopes(theta, v)).containsExactly(objective.sampleSlopes(theta, v));
      assertThat(replica.sampleSquaredGradientNorms(theta))
          .containsExactly(objective.sampleSquaredGradientNorms(theta));
      int[] batch = {3, 1, 2, 1};
      assertThat(replica.gradient(theta, batch, other))
          .isEqualTo(objective.gradient(theta, batch, one));
      assertThat(other.toArray()).containsExactly(one.toArray());
      for (BiFunction<SampledObjective, Vector, LinearOperator> matrix : matrices()) {
        try (LinearOperator a = matrix.apply(objective, theta);
            LinearOperator b = matrix.apply(replica, theta)) {
          a.apply(v, one);
          b.apply(v, other);
          assertThat(other.toArray()).containsExactly(one.toArray());
        }
      }
    }
  }

  @Test
  void whatItCostsIsCounted() {
    try (SampledObjective objective = objective();
        Vector theta = objective.parameters();
        Vector v = direction(objective, 0)) {
      Cost before = objective.cost();
      objective.sampleLosses(theta);
      assertThat(objective.cost().minus(before)).isEqualTo(new Cost(1, 0, 0, 0));
      before = objective.cost();
      objective.sampleSlopes(theta, v);
      objective.sampleSquaredGradientNorms(theta);
      assertThat(objective.cost().minus(before)).isEqualTo(new Cost(0, 1, 1, 0));
      before = objective.cost();
      for (int[] batch : List.of(new int[objective.samples()], new int[objective.samples()])) {
        objective.gradient(theta, batch, v);
      }
      assertThat(objective.cost().minus(before)).isEqualTo(new Cost(0, 2, 0, 0));
      try (LinearOperator gaussNewton = objective.gaussNewton(theta)) {
        before = objective.cost();
        gaussNewton.apply(v).close();
        assertThat(objective.cost().minus(before)).isEqualTo(new Cost(0, 0, 1, 0));
      }
    }
  }

  @Test
  void samplesThatDoNotExistAreRefused() {
    try (SampledObjective objective = objective();
        Vector theta = objective.parameters();
        Vector target = objective.space().zeros()) {
      for (int[] wrong : List.of(new int[0], new int[] {-1}, new int[] {0, objective.samples()})) {
        assertThatThrownBy(() -> objective.gradient(theta, wrong, target))
            .isInstanceOf(ThalwegException.class);
        assertThatThrownBy(() -> objective.subset(wrong)).isInstanceOf(ThalwegException.class);
      }
    }
  }

  private List<BiFunction<SampledObjective, Vector, LinearOperator>> matrices() {
    return likelihood()
        ? List.of(
            SampledObjective::empiricalFisher,
            SampledObjective::gaussNewton,
            SampledObjective::fisher)
        : List.of(SampledObjective::empiricalFisher, SampledObjective::gaussNewton);
  }

  private void semiDefinite(BiFunction<SampledObjective, Vector, LinearOperator> matrix) {
    try (SampledObjective objective = objective();
        Vector theta = objective.parameters();
        LinearOperator a = matrix.apply(objective, theta)) {
      double tolerance = tolerance(objective.space().precision());
      for (int round = 0; round < 3; round++) {
        try (Vector u = direction(objective, 2 * round);
            Vector v = direction(objective, 2 * round + 1);
            Vector au = a.apply(u);
            Vector av = a.apply(v)) {
          double size = u.norm() * av.norm() + v.norm() * au.norm();
          assertThat(Math.abs(u.dot(av) - v.dot(au))).isLessThanOrEqualTo(tolerance * size);
          assertThat(u.dot(au)).isGreaterThanOrEqualTo(-tolerance * size);
        }
      }
    }
  }

  private void close(SampledObjective objective, String what, double actual, double expected) {
    RelativeError.atMost(tolerance(objective.space().precision()), what, actual, expected);
  }

  private double penalty(Vector theta) {
    return weightDecay() / 2 * theta.dot(theta);
  }

  private static int[] all(SampledObjective objective) {
    return IntStream.range(0, objective.samples()).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  private static double meanSquare(double[] values) {
    return Arrays.stream(values).map(value -> value * value).sum() / values.length;
  }

  private static Vector direction(SampledObjective objective, int index) {
    double[] values =
        RandomStream.of(9, "sampled objective contract", index)
            .gaussians(objective.layout().dimension());
    return objective.space().of(values);
  }
}
