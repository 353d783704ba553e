package org.thalweg.torch.objective;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.testkit.GoldenCase;
import org.thalweg.testkit.LinearOperatorContract;

class TensorHessianContractTest {
  @Nested
  class OfSquaredErrorsInFloat64 extends HessianContract {
    OfSquaredErrorsInFloat64() {
      super("mlp-regression", Precision.FLOAT64);
    }
  }

  @Nested
  class OfImagesInFloat32 extends HessianContract {
    OfImagesInFloat32() {
      super("rescnn-mnist", Precision.FLOAT32);
    }
  }

  /** At the weights of a golden case. */
  private abstract static class HessianContract extends LinearOperatorContract {
    private final String golden;
    private final Precision precision;
    private final List<NetworkObjective> objectives = new ArrayList<>();

    HessianContract(String golden, Precision precision) {
      this.golden = golden;
      this.precision = precision;
    }

    @Override
    protected LinearOperator operator() {
      NetworkObjective objective =
          GoldenObjectives.objective(
              GoldenCase.load(golden), ObjectiveOptions.defaults().withPrecision(precision));
      objectives.add(objective);
      try (Vector theta = objective.parameters()) {
        return objective.hessian(theta);
      }
    }

    @AfterEach
    void close() {
      objectives.forEach(NetworkObjective::close);
    }
  }
}
