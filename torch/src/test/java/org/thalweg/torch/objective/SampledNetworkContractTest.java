package org.thalweg.torch.objective;

import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Nested;
import org.thalweg.data.Targets;
import org.thalweg.linalg.Precision;
import org.thalweg.objective.SampledObjective;
import org.thalweg.random.RandomStream;
import org.thalweg.testkit.GoldenCase;
import org.thalweg.testkit.SampledObjectiveContract;
import org.thalweg.torch.network.Activation;
import org.thalweg.torch.network.BuiltInNetwork;
import org.thalweg.torch.network.Network;
import org.thalweg.torch.network.NetworkSpecification;

/** The contract of losses known sample by sample, with networks. */
class SampledNetworkContractTest {
  private static final ObjectiveOptions FLOAT64 =
      ObjectiveOptions.defaults().withPrecision(Precision.FLOAT64).withChunkSize(7);

  private static NetworkObjective golden(String name, int samples, ObjectiveOptions options) {
    GoldenCase golden = GoldenCase.load(name);
    return NetworkObjective.of(
        GoldenObjectives.network(golden),
        golden.parameters(),
        GoldenObjectives.samples(golden).select(IntStream.range(0, samples).toArray()),
        options);
  }

  @Nested
  class SquaredErrorInFloat64 extends SampledObjectiveContract {
    @Override
    protected SampledObjective objective() {
      return golden("mlp-regression", 40, FLOAT64);
    }
  }

  @Nested
  class SquaredErrorInFloat32 extends SampledObjectiveContract {
    @Override
    protected SampledObjective objective() {
      return golden("mlp-regression", 40, FLOAT64.withPrecision(Precision.FLOAT32));
    }
  }

  @Nested
  class WithWeightDecayWorkersAndWithoutKeptGraphs extends SampledObjectiveContract {
    @Override
    protected SampledObjective objective() {
      return golden(
          "mlp-digits", 60, FLOAT64.withWeightDecay(0.3).withWorkers(2).withGraphBytes(0));
    }

    @Override
    protected double weightDecay() {
      return 0.3;
    }
  }

  @Nested
  class ConvolutionsInFloat32 extends SampledObjectiveContract {
    @Override
    protected SampledObjective objective() {
      return golden("rescnn-mnist", 30, FLOAT64.withPrecision(Precision.FLOAT32).withWorkers(2));
    }

    @Override
    protected double tolerance(Precision precision) {
      return 1e-3;
    }
  }

  @Nested
  class RobustErrorsAreNoLikelihood extends SampledObjectiveContract {
    @Override
    protected SampledObjective objective() {
      return golden("mlp-regression", 20, FLOAT64.withLoss(new HuberLoss(0.2)));
    }

    @Override
    protected boolean likelihood() {
      return false;
    }
  }

  /** Channels lie side by side: batches must keep them so. */
  @Nested
  class SmoothConvolutionsOverSeveralChannels extends SampledObjectiveContract {
    @Override
    protected SampledObjective objective() {
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

  /** Answers of classes × positions, and positions that do not count. */
  @Nested
  class SeveralAnswersOfASampleSomeIgnored extends SampledObjectiveContract {
    @Override
    protected SampledObjective objective() {
      return Positions.objective(Loss.named("cross-entropy:ignore=2"), false, FLOAT64);
    }
  }

  @Nested
  class SeveralAnswersOfASampleWithSmoothing extends SampledObjectiveContract {
    @Override
    protected SampledObjective objective() {
      return Positions.objective(
          Loss.named("cross-entropy:smoothing=0.1"), false, FLOAT64.withChunkSize(3));
    }
  }

  /** A network that forgets the batch when there is one sample. */
  @Nested
  class SqueezedAnswers extends SampledObjectiveContract {
    @Override
    protected SampledObjective objective() {
      Network network = OddNetwork.of((x, w) -> squeezed(x, w).unsqueeze(-1));
      double[] values = RandomStream.of(1, "x").gaussians(12);
      Targets targets = new Targets.Reals(List.of(1), 0, 1, 0.5f, -1, 2, 0);
      return NetworkObjective.of(
          network,
          network.initialize(0),
          new ArraySamples(List.of(2), values, targets),
          FLOAT64.withChunkSize(3));
    }

    private static Tensor squeezed(Tensor x, Tensor w) {
      return x.matmul(w.square().t()).squeeze();
    }
  }
}
