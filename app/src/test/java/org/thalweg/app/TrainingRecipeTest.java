package org.thalweg.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.app.request.Destination;
import org.thalweg.app.request.Execution;
import org.thalweg.app.request.OptimizerChoice;
import org.thalweg.app.request.Recording;
import org.thalweg.app.request.StoppingRule;
import org.thalweg.app.request.TrainRequest;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.provenance.Environment;
import org.thalweg.provenance.Provenance;
import org.thalweg.store.RunFolder;
import org.thalweg.store.RunWriter;
import org.thalweg.torch.training.TrainingSpecification;

/** What a run folder records of a training is all that a resumed one needs. */
class TrainingRecipeTest {
  @TempDir private Path folder = Path.of("");

  private static TrainRequest request(
      OptimizerChoice optimizer, StoppingRule stop, Recording recording, Execution execution) {
    return new TrainRequest(
        "sine:n=50",
        "resmlp:7,5",
        "gelu",
        "mse",
        optimizer,
        17,
        OptionalInt.of(23),
        stop,
        recording,
        execution,
        Destination.DEFAULT);
  }

  static Stream<TrainRequest> requests() {
    StoppingRule epochs = new StoppingRule.Epochs(3);
    Recording steps = new Recording(OptionalInt.of(9), true);
    return Stream.of(
        TrainRequest.of("mnist", "cnn:16,16"),
        request(OptimizerChoice.DEFAULT, epochs, steps, Execution.of(-5, 2, "float64")),
        request(
            OptimizerChoice.DEFAULT,
            new StoppingRule.UntilAccuracy(0.975, 12),
            new Recording(OptionalInt.empty(), true),
            Execution.of(Long.MAX_VALUE, 2, "float32")),
        request(
            OptimizerChoice.DEFAULT,
            new StoppingRule.Epochs(0),
            Recording.DEFAULT,
            Execution.of(Long.MIN_VALUE + 1, 2, "float32")));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void comesBackFromARunFolder(TrainRequest request) {
    assertComesBack(request);
  }

  @ParameterizedTest
  @EnumSource(OptimizerChoice.Method.class)
  void everyOptimizerComesBack(OptimizerChoice.Method method) {
    boolean momentum =
        method == OptimizerChoice.Method.MOMENTUM || method == OptimizerChoice.Method.NESTEROV;
    OptimizerChoice choice =
        new OptimizerChoice(
            method,
            OptionalDouble.of(0.1 + 1e-17),
            momentum ? OptionalDouble.of(1.0 / 3) : OptionalDouble.empty(),
            1e-4);
    TrainingRecipe recipe =
        assertComesBack(
            request(choice, StoppingRule.DEFAULT, Recording.DEFAULT, Execution.DEFAULT));
    assertThat(recipe.training().optimizer().kind().text()).isEqualTo(method.toString());
    assertThat(recipe.training().optimizer().weightDecay()).isEqualTo(1e-4);
    if (momentum) {
      assertThat(recipe.training().optimizer().momentum()).isEqualTo(1.0 / 3);
    }
  }

  /** Through the files; the workers are those of whoever resumes. */
  private TrainingRecipe assertComesBack(TrainRequest request) {
    TrainingRecipe recipe = TrainingRecipe.of(request);
    String loss = request.loss().equals(TrainRequest.DEFAULT_LOSS) ? "mse" : request.loss();
    Map<String, Object> written = recipe.describe(loss);
    Environment machine = new Environment("", "", "", 1, "", 1, "");
    Provenance provenance = new Provenance("train", written, Map.of(), "", "", "", machine, "");
    Path run = folder.resolve("run");
    try (RunWriter writer = RunFolder.create(run, "title", "", false)) {
      writer.training().start(provenance);
    }
    Map<String, Object> recorded =
        RunFolder.open(run).training().orElseThrow().provenance().specification();

    TrainingRecipe read = TrainingRecipe.read(recorded, recipe.training().workers());

    assertThat(read.describe(loss)).isEqualTo(written);
    assertThat(read.data()).isEqualTo(recipe.data());
    assertThat(read.samples()).isEqualTo(recipe.samples());
    if (request.loss().equals(loss)) {
      assertThat(read.training()).isEqualTo(recipe.training());
    }
    return read;
  }

  /** A component that nobody describes would be forgotten on resuming. */
  @Test
  void everyComponentOfTheSpecificationIsDescribed() {
    Map<String, Object> described =
        TrainingRecipe.of(TrainRequest.of("mnist", "mlp:4")).describe("cross-entropy");
    Map<String, List<String>> names =
        Map.of(
            "network", List.of("net", "activation"),
            "optimizer", List.of("optimizer", "learningRate", "momentum", "beta1", "beta2"),
            "batchSize", List.of("batch"),
            "workers", List.of());
    for (var component : TrainingSpecification.class.getRecordComponents()) {
      assertThat(described.keySet())
          .containsAll(names.getOrDefault(component.getName(), List.of(component.getName())));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"net", "optimizer", "learningRate", "seed", "checkpointEvery"})
  void aMissingValueIsRefused(String name) {
    Map<String, Object> damaged =
        new LinkedHashMap<>(
            TrainingRecipe.of(TrainRequest.of("mnist", "mlp:4")).describe("cross-entropy"));
    damaged.remove(name);
    assertRefused(damaged, name);
  }

  @Test
  void aFractionIsNoNumberOfEpochs() {
    Map<String, Object> damaged =
        new LinkedHashMap<>(
            TrainingRecipe.of(TrainRequest.of("mnist", "mlp:4")).describe("cross-entropy"));
    damaged.put("epochs", 2.5);
    assertRefused(damaged, "epochs");
    damaged.put("epochs", 3);
    damaged.put("recordEvery", "often");
    assertRefused(damaged, "recordEvery");
    damaged.put("recordEvery", "1 epochs");
    damaged.put("batch", 1L << 40);
    assertRefused(damaged, "batch");
  }

  private static void assertRefused(Map<String, Object> damaged, String name) {
    assertThatThrownBy(() -> TrainingRecipe.read(damaged, 1))
        .isInstanceOfSatisfying(
            ThalwegException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.RUN_FOLDER_INVALID);
              assertThat(e.expected()).contains(name);
            });
  }
}
