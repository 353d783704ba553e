package samples;

import org.thalweg.data.Datasets;
import org.thalweg.direction.BiasRule;
import org.thalweg.direction.Normalization;
import org.thalweg.direction.RandomDirection;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.probe.curvature.HessianSpectrumProbe;
import org.thalweg.probe.slice.Axis;
import org.thalweg.probe.slice.SliceProbe;
import org.thalweg.torch.network.Activation;
import org.thalweg.torch.network.NetworkSpecification;
import org.thalweg.torch.objective.NetworkObjective;
import org.thalweg.torch.objective.ObjectiveOptions;
import org.thalweg.torch.training.OptimizerKind;
import org.thalweg.torch.training.OptimizerSpecification;
import org.thalweg.torch.training.Trainer;
import org.thalweg.torch.training.TrainingSpecification;

/**
 * 02: a built-in network, trained and measured.
 *
 * <p>A network is a function of θ and holds no weights; the objective takes network, weights and
 * data together. Directions are normalised filter by filter (Li et al. 2018), since a slice along a
 * raw Gaussian direction says more about the size of the weights than about the loss.
 */
public final class Sample02BuiltInNetwork {
  public static void main(String[] arguments) {
    var digits = Datasets.open("digits");
    var specification =
        TrainingSpecification.builder(
                NetworkSpecification.parse("mlp:16", Activation.TANH),
                OptimizerSpecification.of(OptimizerKind.ADAM, 0.01))
            .epochs(5)
            .build();
    var trainer = new Trainer(specification, digits);
    double[] weights = trainer.train().parameters();

    // Objectives hold native memory: close them.
    try (var loss =
        NetworkObjective.of(
            trainer.network(),
            weights,
            digits.train(),
            ObjectiveOptions.defaults().withWorkers(2))) {
      var spectrum = new HessianSpectrumProbe(LanczosOptions.of(3, 1)).measure(loss);
      spectrum.measurements().forEach(System.out::println);

      var direction =
          RandomDirection.of(weights.length, 0, 0)
              .normalized(Normalization.FILTER, BiasRule.ZERO, loss.layout(), weights);
      var slice =
          new SliceProbe(direction, new Axis(-1, 1, 21)).run(loss, ExecutionOptions.defaults());
      slice.measurements().forEach(System.out::println);
    }
  }
}
