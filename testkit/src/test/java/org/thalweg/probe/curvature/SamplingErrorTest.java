package org.thalweg.probe.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Eigenpairs;
import org.thalweg.linalg.Lanczos;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.FunctionObjective;
import org.thalweg.objective.LinearRegression;
import org.thalweg.objective.SampledObjective;
import org.thalweg.random.RandomStream;
import org.thalweg.testkit.DenseReference;
import org.thalweg.testkit.RelativeError;

class SamplingErrorTest {
  private static final double[] POINT = {0.4, -0.7, 0.2};
  private static final LanczosOptions TOP = LanczosOptions.of(1, 0).withTolerance(1e-8);

  /** With one sample in a group: H = 2x², the standard error of a mean of 2x². */
  @Test
  void ofAMeanByHand() {
    double[][] x = {{1}, {2}, {3}, {5}};
    SampledObjective objective =
        FunctionObjective.of(new LinearRegression(x, new double[4]), new double[1]);
    double expected =
        new DescriptiveStatistics(new double[] {2, 8, 18, 50}).getStandardDeviation() / 2;
    try (Vector theta = objective.parameters();
        Vector one = objective.space().of(new double[] {1})) {
      SamplingError error = SamplingError.byGroups(objective, 100, 3);
      assertThat(error.groups()).isEqualTo(4);
      assertThat(error.ofQuadraticForms(theta, SampledObjective::hessian, List.of(one, one)))
          .containsExactly(new double[] {expected, expected}, within(1e-12));
      assertThat(error.ofTrace(theta, SampledObjective::gaussNewton, List.of(one)))
          .isCloseTo(expected, within(1e-12));
      assertThat(error.byJackknife(theta, SamplingErrorTest::traceOfHessian))
          .as("of a mean the jackknife is the same")
          .isCloseTo(expected, within(1e-12));
    }
  }

  /** Groups of unequal size count by their size: samples 0 … 4 in two groups. */
  @Test
  void unequalGroupsCountByTheirSize() {
    double[][] x = {{1}, {1}, {1}, {1}, {1}};
    SampledObjective objective =
        FunctionObjective.of(new LinearRegression(x, new double[5]), new double[1]);
    SamplingError error = SamplingError.byGroups(objective, 2, 1);
    // Shares 2/5 and 3/5, mean 2/5·6 + 3/5·1 = 3: 2·[(2/5·3)² + (3/5·2)²]
    assertThat(error.ofMean(new double[] {6, 1})).isCloseTo(Math.sqrt(2 * 2.88), within(1e-14));
  }

  /** λ₁ of 300 draws of the data: its spread, and the intervals that contain the population's. */
  @Test
  void theErrorOfTheLargestEigenvalueIsItsSpreadOverDrawsOfTheData() {
    double population = largest(FunctionObjective.of(Populations.logistic(100_000, -1), POINT));
    DescriptiveStatistics values = new DescriptiveStatistics();
    DescriptiveStatistics squares = new DescriptiveStatistics();
    int covered = 0;
    for (int draw = 0; draw < 300; draw++) {
      SampledObjective objective = FunctionObjective.of(Populations.logistic(500, draw), POINT);
      try (Vector theta = objective.parameters();
          LinearOperator hessian = objective.hessian(theta);
          Eigenpairs pairs = Lanczos.solve(hessian, TOP)) {
        double value = pairs.top().get(0).value();
        double error =
            SamplingError.byGroups(objective, 20, draw)
                .ofQuadraticForms(
                    theta, SampledObjective::hessian, List.of(pairs.top().get(0).vector()))[0];
        values.addValue(value);
        squares.addValue(error * error);
        // t of 19 degrees of freedom.
        covered += Math.abs(value - population) <= 2.093 * error ? 1 : 0;
      }
    }
    RelativeError.atMost(
        0.15, "error", Math.sqrt(squares.getMean()), values.getStandardDeviation());
    // 95 % of 300 are 285, give or take 4.
    assertThat(covered).isBetween(270, 298);
  }

  @Test
  void groupsJackknifeAndBootstrapAgree() {
    SampledObjective objective = FunctionObjective.of(Populations.logistic(600, 5), POINT);
    try (Vector theta = objective.parameters();
        LinearOperator hessian = objective.hessian(theta);
        Eigenpairs pairs = Lanczos.solve(hessian, TOP)) {
      // A sample a group, so that the division into groups plays no part.
      SamplingError error = SamplingError.byGroups(objective, 600, 0);
      double groups =
          error
              .ofQuadraticForms(
                  theta, SampledObjective::hessian, List.of(pairs.top().get(0).vector()))[0];
      double jackknife =
          SamplingError.byGroups(objective, 100, 0).byJackknife(theta, (some, at) -> largest(some));
      DescriptiveStatistics bootstrap = new DescriptiveStatistics();
      for (int draw = 0; draw < 400; draw++) {
        RandomStream random = RandomStream.of(draw, "bootstrap");
        int[] drawn = IntStream.range(0, 600).map(i -> random.below(600)).toArray();
        bootstrap.addValue(largest(objective.subset(drawn)));
      }
      RelativeError.atMost(0.12, "groups", groups, bootstrap.getStandardDeviation());
      RelativeError.atMost(0.2, "jackknife", jackknife, bootstrap.getStandardDeviation());
    }
  }

  @Test
  void theErrorOfTheTraceIsItsSpreadOverDrawsOfTheData() {
    DescriptiveStatistics values = new DescriptiveStatistics();
    DescriptiveStatistics squares = new DescriptiveStatistics();
    for (int draw = 0; draw < 300; draw++) {
      SampledObjective objective = FunctionObjective.of(Populations.logistic(300, draw), POINT);
      try (Vector theta = objective.parameters();
          Vector one = objective.space().of(new double[] {1, 1, 1});
          Vector two = objective.space().of(new double[] {1, -1, 1});
          LinearOperator hessian = objective.hessian(theta);
          Vector first = hessian.apply(one);
          Vector second = hessian.apply(two)) {
        values.addValue((one.dot(first) + two.dot(second)) / 2);
        double error =
            SamplingError.byGroups(objective, 20, draw)
                .ofTrace(theta, SampledObjective::hessian, List.of(one, two));
        squares.addValue(error * error);
      }
    }
    RelativeError.atMost(
        0.15, "error", Math.sqrt(squares.getMean()), values.getStandardDeviation());
  }

  @Test
  void severalNumbersAtOnceAreThoseOfOneByOne() {
    SampledObjective objective = FunctionObjective.of(Populations.logistic(90, 2), POINT);
    try (Vector theta = objective.parameters()) {
      SamplingError error = SamplingError.byGroups(objective, 10, 4);
      double[] both =
          error.byJackknifeOfEach(
              theta, (some, at) -> new double[] {traceOfHessian(some, at), largest(some)});
      assertThat(both[0]).isEqualTo(error.byJackknife(theta, SamplingErrorTest::traceOfHessian));
      assertThat(both[1]).isEqualTo(error.byJackknife(theta, (some, at) -> largest(some)));
    }
  }

  @Test
  void oneGroupIsNotEnough() {
    SampledObjective objective = FunctionObjective.of(Populations.logistic(9, 2), POINT);
    assertThatThrownBy(() -> SamplingError.byGroups(objective, 1, 0))
        .isInstanceOf(ThalwegException.class)
        .hasMessageContaining("TW-4004");
    assertThatThrownBy(() -> SamplingError.byGroups(objective.subset(new int[] {1}), 20, 0))
        .isInstanceOf(ThalwegException.class);
  }

  private static double traceOfHessian(SampledObjective objective, Vector theta) {
    try (LinearOperator hessian = objective.hessian(theta)) {
      return DenseReference.of(hessian).trace();
    }
  }

  private static double largest(SampledObjective objective) {
    try (Vector theta = objective.parameters();
        LinearOperator hessian = objective.hessian(theta)) {
      return Arrays.stream(DenseReference.of(hessian).spectrum()).max().orElseThrow();
    }
  }
}
