package org.thalweg.torch.objective;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.thalweg.data.Targets;
import org.thalweg.linalg.Precision;
import org.thalweg.objective.Objective;
import org.thalweg.random.RandomStream;
import org.thalweg.testkit.GoldenCase;
import org.thalweg.testkit.ObjectiveContract;
import org.thalweg.torch.network.Activation;
import org.thalweg.torch.network.BuiltInNetwork;
import org.thalweg.torch.network.Network;
import org.thalweg.torch.network.NetworkSpecification;

class NetworkObjectiveContractTest {
  private static final ObjectiveOptions FLOAT64 =
      ObjectiveOptions.defaults().withPrecision(Precision.FLOAT64).withChunkSize(64);

  @Nested
  class SquaredErrorInFloat64 extends ObjectiveContract {
    @Override
    protected Objective objective() {
      return GoldenObjectives.objective(GoldenCase.load("mlp-regression"), FLOAT64);
    }
  }

  @Nested
  class SquaredErrorInFloat32 extends ObjectiveContract {
    @Override
    protected Objective objective() {
      return GoldenObjectives.objective(
          GoldenCase.load("mlp-regression"), FLOAT64.withPrecision(Precision.FLOAT32));
    }
  }

  @Nested
  class WithWeightDecayWorkersAndWithoutKeptGraphs extends ObjectiveContract {
    @Override
    protected Objective objective() {
      return GoldenObjectives.objective(
          GoldenCase.load("mlp-regression"),
          FLOAT64.withWeightDecay(0.3).withWorkers(2).withGraphBytes(0));
    }
  }

  @Nested
  class SmoothConvolutionsInFloat64 extends ObjectiveContract {
    @Override
    protected Objective objective() {
      List<Integer> shape = List.of(2, 8, 8);
      Network network =
          BuiltInNetwork.create(
              NetworkSpecification.parse("rescnn:3,4", Activation.TANH), shape, 3);
      double[] pixels = RandomStream.of(1, "pixels").gaussians(10 * 128);
      Targets labels = new Targets.Labels(3, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0);
      return NetworkObjective.of(
          network,
          network.initialize(1),
          new ArraySamples(shape, pixels, labels),
          FLOAT64.withChunkSize(4).withWorkers(2));
    }
  }

  @Nested
  class ConvolutionsInFloat32 extends ObjectiveContract {
    @Override
    protected Objective objective() {
      return GoldenObjectives.objective(
          GoldenCase.load("cnn-mnist"), ObjectiveOptions.defaults().withWorkers(2));
    }

    @Override
    protected boolean smooth() {
      return false;
    }
  }
}
