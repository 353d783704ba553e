package org.thalweg.objective;

import org.junit.jupiter.api.Nested;
import org.thalweg.linalg.Precision;
import org.thalweg.random.RandomStream;
import org.thalweg.testkit.SampledObjectiveContract;

/** The contract of losses known sample by sample for every such function of this package. */
class SampledObjectiveContractTest {
  private static final double[][] INPUTS = AnalyticObjectiveTest.inputs(1, 40, 5);

  private static double[] point(int d) {
    return RandomStream.of(3, "point").gaussians(d);
  }

  private static SoftmaxRegression softmax() {
    return new SoftmaxRegression(INPUTS, AnalyticObjectiveTest.labels(1, 40, 3), 3);
  }

  @Nested
  class Softmax extends SampledObjectiveContract {
    @Override
    protected SampledObjective objective() {
      return FunctionObjective.of(softmax(), point(15));
    }
  }

  @Nested
  class SoftmaxInFloat32 extends SampledObjectiveContract {
    @Override
    protected SampledObjective objective() {
      return FunctionObjective.of(softmax(), point(15), Precision.FLOAT32);
    }
  }

  @Nested
  class Logistic extends SampledObjectiveContract {
    @Override
    protected SampledObjective objective() {
      int[] labels = AnalyticObjectiveTest.labels(2, 40, 2);
      return FunctionObjective.of(new LogisticRegression(INPUTS, labels), point(5));
    }
  }

  @Nested
  class Linear extends SampledObjectiveContract {
    @Override
    protected SampledObjective objective() {
      return FunctionObjective.of(new LinearRegression(INPUTS, point(40)), point(5));
    }
  }
}
