package org.thalweg.it.example;

import org.thalweg.data.Dataset;
import org.thalweg.data.Datasets;
import org.thalweg.direction.*;
import org.thalweg.execution.*;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.probe.curvature.HessianSpectrumProbe;
import org.thalweg.probe.slice.*;
import org.thalweg.torch.network.*;
import org.thalweg.torch.objective.*;
import org.thalweg.torch.training.*;

/** Trains a network and looks at where it came to rest. */
public final class TrainAndMeasure {
  public static void main(String[] arguments) {
    Dataset digits = Datasets.open("digits");
    var network = NetworkSpecification.parse("mlp:32", Activation.RELU);
    var optimizer = OptimizerSpecification.of(OptimizerKind.ADAM, 0.01);
    var training = TrainingSpecification.builder(network, optimizer).epochs(5).build();
    var trainer = new Trainer(training, digits);
    double[] weights = trainer.train().parameters();

    try (var loss =
        NetworkObjective.of(
            trainer.network(), weights, digits.train(), ObjectiveOptions.defaults())) {
      var eigenvalues = new HessianSpectrumProbe(LanczosOptions.of(3, 1)).measure(loss);
      eigenvalues.measurements().forEach(System.out::println);

      var plane = new Plane(direction(loss, weights, 0), direction(loss, weights, 1));
      var axis = new Axis(-1, 1, 11);
      var surface = new SurfaceProbe(plane, axis, axis).run(loss, ExecutionOptions.defaults());
      surface.measurements().forEach(System.out::println);
    }
  }

  private static Direction direction(NetworkObjective loss, double[] weights, int index) {
    return RandomDirection.of(weights.length, 0, index)
        .normalized(Normalization.FILTER, BiasRule.ZERO, loss.layout(), weights);
  }
}
