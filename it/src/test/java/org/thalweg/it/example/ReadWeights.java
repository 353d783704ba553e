package org.thalweg.it.example;

import java.nio.file.Path;
import org.thalweg.data.Datasets;
import org.thalweg.linalg.Precision;
import org.thalweg.probe.curvature.GradientProbe;
import org.thalweg.store.RunFolder;
import org.thalweg.torch.network.*;
import org.thalweg.torch.objective.*;

/** Takes weights out of a run folder and measures the loss on the test split in float64. */
public final class ReadWeights {
  public static void main(String[] arguments) {
    var run = RunFolder.open(Path.of(arguments[0]));
    var digits = Datasets.open("digits");
    var network =
        BuiltInNetwork.create(
            NetworkSpecification.parse("mlp:32", Activation.RELU),
            digits.test().featureShape(),
            10);
    double[] weights = NamedWeights.join(network.layout(), run.weights());
    var options = ObjectiveOptions.defaults().withPrecision(Precision.FLOAT64);

    try (var loss = NetworkObjective.of(network, weights, digits.test(), options);
        var theta = loss.parameters()) {
      new GradientProbe().measure(loss, theta).measurements().forEach(System.out::println);
    }
  }
}
