package org.thalweg.torch.objective;

import java.util.Arrays;
import java.util.List;
import org.thalweg.array.NumericArray;
import org.thalweg.data.Samples;
import org.thalweg.data.Targets;
import org.thalweg.testkit.GoldenCase;
import org.thalweg.torch.network.Activation;
import org.thalweg.torch.network.BuiltInNetwork;
import org.thalweg.torch.network.Network;
import org.thalweg.torch.network.NetworkSpecification;

/** The golden cases as objectives. */
final class GoldenObjectives {
  private GoldenObjectives() {}

  static NetworkObjective objective(GoldenCase golden, ObjectiveOptions options) {
    return NetworkObjective.of(network(golden), golden.parameters(), samples(golden), options);
  }

  static Network network(GoldenCase golden) {
    NetworkSpecification specification =
        switch (golden.name()) {
          case "mlp-regression" -> NetworkSpecification.parse("mlp:20", Activation.TANH);
          case "mlp-digits" -> NetworkSpecification.parse("mlp:16", Activation.RELU);
          case "cnn-mnist" -> NetworkSpecification.parse("cnn:16,16", Activation.RELU);
          case "rescnn-mnist" -> NetworkSpecification.parse("rescnn:16,16", Activation.RELU);
          default -> throw new IllegalArgumentException(golden.name());
        };
    return BuiltInNetwork.create(
        specification, featureShape(golden), golden.name().equals("mlp-regression") ? 1 : 10);
  }

  static Samples samples(GoldenCase golden) {
    return new ArraySamples(featureShape(golden), golden.x().toDoubles(), targets(golden.y()));
  }

  private static List<Integer> featureShape(GoldenCase golden) {
    return golden.x().shape().subList(1, golden.x().shape().size());
  }

  private static Targets targets(NumericArray y) {
    double[] values = y.toDoubles();
    if (y.shape().size() == 1) {
      return new Targets.Labels(10, Arrays.stream(values).mapToInt(value -> (int) value).toArray());
    }
    float[] reals = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      reals[i] = (float) values[i];
    }
    return new Targets.Reals(y.shape().subList(1, y.shape().size()), reals);
  }
}
