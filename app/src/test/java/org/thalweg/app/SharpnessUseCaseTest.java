package org.thalweg.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.app.request.Destination;
import org.thalweg.app.request.Execution;
import org.thalweg.app.request.ModelReference;
import org.thalweg.app.request.OptimizerChoice;
import org.thalweg.app.request.ProbeScope;
import org.thalweg.app.request.Recording;
import org.thalweg.app.request.Sampling;
import org.thalweg.app.request.SharpnessRequest;
import org.thalweg.app.request.Split;
import org.thalweg.app.request.StoppingRule;
import org.thalweg.app.request.TrainRequest;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.result.Outcome;
import org.thalweg.result.SharpnessResult;
import org.thalweg.result.SharpnessValue;
import org.thalweg.store.RunFolder;

/** Sharpness of a small trained network, from the request to the stored result. */
class SharpnessUseCaseTest {
  @TempDir private static Path folder = Path.of("");

  private static Path run = Path.of("");

  @BeforeAll
  static void train() {
    run = folder.resolve("run");
    TrainRequest request =
        new TrainRequest(
            "digits",
            "mlp:6",
            TrainRequest.DEFAULT_ACTIVATION,
            TrainRequest.DEFAULT_LOSS,
            OptimizerChoice.DEFAULT,
            64,
            OptionalInt.of(200),
            new StoppingRule.Epochs(1),
            Recording.DEFAULT,
            Execution.of(1, 1, "float64"),
            new Destination(Optional.of(run), false));
    new TrainUseCase().train(request, ProgressListener.silent(), new Cancellation());
  }

  private static SharpnessRequest request(List<String> measures, int perBatch, String results) {
    ProbeScope scope =
        new ProbeScope(
            ModelReference.parse(run.toString()),
            new Sampling(Split.TRAIN, OptionalInt.of(50), 0),
            Execution.of(3, 1, "float64"),
            new Destination(Optional.of(folder.resolve(results)), false));
    return new SharpnessRequest(
        scope, measures, OptionalDouble.empty(), new SharpnessRequest.Effort(6, 4, 1, 5, perBatch));
  }

  private static Measured measure(SharpnessRequest request) {
    return new SharpnessUseCase().run(request, ProgressListener.silent(), new Cancellation());
  }

  @Test
  void everyMeasureOfTheNeighbourhoodIsStored() {
    List<String> names = List.of("ball", "ball-sampled", "keskar-subspace", "sam", "gaussian");
    Measured measured = measure(request(names, 0, "several"));
    SharpnessResult result = (SharpnessResult) measured.result();
    assertThat(result.values()).extracting(SharpnessValue::measure).isEqualTo(names);
    assertThat(result.values())
        .allSatisfy(value -> assertThat(value.error().dataStandardError()).isPositive());
    assertThat(result.values().get(0).value())
        .isGreaterThanOrEqualTo(result.values().get(1).value());
    assertThat(RunFolder.open(measured.run()).contents().results())
        .singleElement()
        .satisfies(stored -> assertThat(stored.result()).isEqualTo(result));
    assertThat(measured.stored().provenance().specification())
        .containsEntry("measures", names)
        .containsEntry("draws", 6);
    assertThat(measured.stored().provenance().seeds()).containsEntry("perturbations", 3L);
    assertThat(measured.run().resolve("figures/sharpness-measures.png")).isNotEmptyFile();
  }

  @Test
  void measuresOfTheSamplesAndOfTheDensityAreStored() {
    List<String> names =
        List.of(
            "fisher-rao",
            "fisher-rao-empirical",
            "relative-flatness",
            "pac-bayes-sigma",
            "pac-bayes-sigma-accuracy",
            "pac-bayes-bound",
            "entropy-weights",
            "entropy-histogram",
            "entropy-sgd",
            "basin-width",
            "learning-coefficient");
    SharpnessRequest request = request(names, 0, "density");
    SharpnessRequest brief =
        new SharpnessRequest(
            request.scope(),
            names,
            OptionalDouble.empty(),
            request.effort(),
            new SharpnessRequest.LocalDensity(0.1, 2, 2, 6, OptionalDouble.empty(), 10, 20));
    Measured measured = measure(brief);
    SharpnessResult result = (SharpnessResult) measured.result();
    assertThat(result.values()).extracting(SharpnessValue::measure).isEqualTo(names);
    assertThat(result.values())
        .allSatisfy(
            value -> {
              assertThat(value.reason()).isEmpty();
              assertThat(value.value()).isFinite();
              assertThat(value.largestError()).isNotNegative();
            });
    assertThat(result.values().get(0).value()).isPositive();
    assertThat(result.values().get(1).value()).isPositive();
    SharpnessValue coefficient = result.values().get(10);
    assertThat(coefficient.draws()).isEqualTo(12);
    assertThat(coefficient.radius().value()).isEqualTo(10);
    assertThat(RunFolder.open(measured.run()).contents().results())
        .singleElement()
        .satisfies(stored -> assertThat(stored.result()).isEqualTo(result));
    assertThat(measured.stored().provenance().specification())
        .containsEntry("temperature", 0.1)
        .containsEntry("chainSteps", 6);
  }

  @Test
  void overMiniBatches() {
    SharpnessResult result =
        (SharpnessResult) measure(request(List.of("sam", "ball"), 20, "batches")).result();
    SharpnessResult whole =
        (SharpnessResult) measure(request(List.of("sam", "ball"), 0, "whole")).result();
    for (int i = 0; i < 2; i++) {
      SharpnessValue value = result.values().get(i);
      assertThat(value.detail("batches")).isEqualTo(3);
      assertThat(value.error().kind()).isEqualTo("standard error over mini-batches");
      assertThat(value.value())
          .as("each batch has a worst direction of its own")
          .isGreaterThan(whole.values().get(i).value());
    }
  }

  @Test
  void whatWasCancelledIsNotStored() {
    Cancellation cancellation = new Cancellation();
    Measured measured =
        new SharpnessUseCase()
            .run(
                request(List.of("sam", "ball"), 0, "cancelled"),
                (activity, done, total) -> {
                  if (activity.equals("sharpness") && done > 100) {
                    cancellation.request();
                  }
                },
                cancellation);
    assertThat(measured.result().outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(((SharpnessResult) measured.result()).values())
        .extracting(SharpnessValue::measure)
        .containsExactly("sam");
    assertThat(Files.exists(folder.resolve("cancelled/results/sharpness.json"))).isFalse();
  }
}
