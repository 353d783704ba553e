package org.thalweg.torch.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.thalweg.data.ArraySamples;
import org.thalweg.data.Samples;
import org.thalweg.data.Targets;
import org.thalweg.testkit.GoldenCase;
import org.thalweg.torch.network.InputForm;
import org.thalweg.torch.objective.NetworkObjective;
import org.thalweg.torch.objective.ObjectiveOptions;

/** A golden case through its TorchScript file. */
record ScriptCase(GoldenCase golden, ScriptNetwork network) implements AutoCloseable {
  static ScriptCase load(String name, Path folder) {
    GoldenCase golden = GoldenCase.load(name);
    return new ScriptCase(golden, ScriptNetwork.load(file(golden, folder), options(golden)));
  }

  static Path file(GoldenCase golden, Path folder) {
    try {
      return Files.write(folder.resolve(golden.name() + ".pt"), golden.script());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ScriptOptions options(GoldenCase golden) {
    return golden.name().startsWith("transformer")
        ? ScriptOptions.defaults().withInputs(List.of(ScriptInput.of(InputForm.Kind.INTEGER)))
        : ScriptOptions.defaults();
  }

  NetworkObjective objective(ObjectiveOptions options) {
    return NetworkObjective.of(network, network.weights(), samples(golden), options);
  }

  static Samples samples(GoldenCase golden) {
    float[] features = floats(golden.x().toDoubles());
    List<Integer> shape = golden.x().shape();
    return ArraySamples.of(shape.subList(1, shape.size()), features, targets(golden));
  }

  private static Targets targets(GoldenCase golden) {
    double[] values = golden.y().toDoubles();
    List<Integer> shape = golden.y().shape().subList(1, golden.y().shape().size());
    if (golden.name().equals("mlp-regression")) {
      return new Targets.Reals(shape, floats(values));
    }
    int classes = golden.name().startsWith("transformer") ? 76 : 10;
    return new Targets.Labels(
        classes, shape, Arrays.stream(values).mapToInt(value -> (int) value).toArray());
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  @Override
  public void close() {
    network.close();
  }
}
