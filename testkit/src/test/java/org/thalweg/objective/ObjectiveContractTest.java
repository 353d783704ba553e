package org.thalweg.objective;

import org.junit.jupiter.api.Nested;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.random.RandomStream;
import org.thalweg.testkit.LinearOperatorContract;
import org.thalweg.testkit.ObjectiveContract;

/** The objective contract for every objective of this package. */
class ObjectiveContractTest {
  private static double[] point(int d) {
    return RandomStream.of(3, "point").gaussians(d);
  }

  private static SoftmaxRegression softmax() {
    return new SoftmaxRegression(
        AnalyticObjectiveTest.inputs(1, 40, 5), AnalyticObjectiveTest.labels(1, 40, 3), 3);
  }

  @Nested
  class Softmax extends ObjectiveContract {
    @Override
    protected Objective objective() {
      return FunctionObjective.of(softmax(), point(15));
    }
  }

  @Nested
  class SoftmaxInFloat32 extends ObjectiveContract {
    @Override
    protected Objective objective() {
      return FunctionObjective.of(softmax(), point(15), Precision.FLOAT32);
    }
  }

  @Nested
  class Logistic extends ObjectiveContract {
    @Override
    protected Objective objective() {
      return FunctionObjective.of(
          new LogisticRegression(
              AnalyticObjectiveTest.inputs(2, 40, 5), AnalyticObjectiveTest.labels(2, 40, 2)),
          point(5));
    }
  }

  @Nested
  class Linear extends ObjectiveContract {
    @Override
    protected Objective objective() {
      return FunctionObjective.of(
          new LinearRegression(AnalyticObjectiveTest.inputs(2, 40, 5), point(40)), point(5));
    }
  }

  @Nested
  class Valley extends ObjectiveContract {
    @Override
    protected Objective objective() {
      return FunctionObjective.of(new Rosenbrock(6), point(6));
    }
  }

  @Nested
  class IndefiniteQuadratic extends ObjectiveContract {
    @Override
    protected Objective objective() {
      return FunctionObjective.of(
          Quadratic.withSpectrum(new double[] {5, 2, 0, -1, -4}, 3), point(5));
    }
  }

  @Nested
  class ValueOnly extends ObjectiveContract {
    @Override
    protected Objective objective() {
      return FunctionObjective.of(point(2), t -> Math.sin(t[0]) * t[1]);
    }
  }

  @Nested
  class HessianByDifferences extends ObjectiveContract {
    @Override
    protected Objective objective() {
      return sine();
    }
  }

  @Nested
  class SoftmaxHessian extends LinearOperatorContract {
    @Override
    protected LinearOperator operator() {
      return hessian(FunctionObjective.of(softmax(), point(15)));
    }

    @Override
    protected double tolerance(Precision precision) {
      return 1e-13;
    }
  }

  @Nested
  class DifferenceHessian extends LinearOperatorContract {
    @Override
    protected LinearOperator operator() {
      return hessian(sine());
    }

    @Override
    protected double tolerance(Precision precision) {
      return 1e-8;
    }
  }

  private static TwiceDifferentiableObjective sine() {
    return FunctionObjective.withGradient(
        point(2),
        t -> Math.sin(t[0]) * t[1],
        t -> new double[] {Math.cos(t[0]) * t[1], Math.sin(t[0])});
  }

  private static LinearOperator hessian(TwiceDifferentiableObjective objective) {
    try (Vector theta = objective.parameters()) {
      return objective.hessian(theta);
    }
  }
}
