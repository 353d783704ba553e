package org.thalweg.study.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.study.design.AnalysisPlan.Agreement;
import org.thalweg.study.design.AnalysisPlan.Association;
import org.thalweg.study.design.AnalysisPlan.Comparison;
import org.thalweg.study.design.AnalysisPlan.Ranking;
import org.thalweg.study.design.AnalysisPlan.Score;
import org.thalweg.study.design.QuantitySource.FromFormula;
import org.thalweg.study.design.QuantitySource.FromMeasurement;
import org.thalweg.study.design.QuantitySource.FromTraining;
import org.thalweg.study.design.QuantitySource.FromValues;

/** What the keys of a study file become. */
class StudyFileTest {
  private static final String HEAD = "thalweg-study: 1\nname: mine\n";
  private static final String TRAINING = "training: {data: digits, net: mlp:8}\n";

  private static Study read(String... parts) {
    return StudyFile.read("mine.yaml", HEAD + String.join("\n", parts), Scale.QUICK);
  }

  @Test
  void theSmallestStudyHasOneCellFiveSeedsAndTheDefaultsOfTrain() {
    Study study = read(TRAINING);
    assertThat(study.title()).isEqualTo("mine");
    assertThat(study.factors()).isEmpty();
    assertThat(study.cells()).hasSize(1);
    assertThat(study.cells().get(0).name()).isEqualTo("all");
    assertThat(study.seeds()).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(study.cells().get(0).training())
        .isEqualTo(
            new TrainingPlan(
                "digits",
                "mlp:8",
                "relu",
                "auto",
                "momentum",
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                0,
                128,
                OptionalInt.empty(),
                5,
                OptionalDouble.empty(),
                OptionalInt.empty(),
                false,
                "float32"));
    assertThat(study.quantities())
        .extracting(Quantity::name)
        .contains("train_loss", "gap", "oscillation")
        .doesNotContain("lambda_max", "epochs_to_target");
    assertThat(study.series())
        .extracting(SeriesPlan::name)
        .containsExactly("train_loss", "test_loss", "gradient_norm");
  }

  @Test
  void everyOptionOfATraining() {
    TrainingPlan plan =
        read("""
                training:
                  data: sine:n=500,noise=0.2
                  net: mlp:16,16,16
                  activation: tanh
                  loss: mse
                  optimizer: nesterov
                  lr: 1e-2
                  momentum: 0.8
                  weight-decay: 0.5
                  batch: 32
                  samples: 100
                  epochs: 7
                  until-accuracy: 0.9
                  record-every: 3
                  snapshots: true
                  precision: float64
                """)
            .cells()
            .get(0)
            .training();
    assertThat(plan)
        .isEqualTo(
            new TrainingPlan(
                "sine:n=500,noise=0.2",
                "mlp:16,16,16",
                "tanh",
                "mse",
                "nesterov",
                OptionalDouble.of(0.01),
                OptionalDouble.of(0.8),
                0.5,
                32,
                OptionalInt.of(100),
                7,
                OptionalDouble.of(0.9),
                OptionalInt.of(3),
                true,
                "float64"));
  }

  @Test
  void untilAnAccuracyAHundredEpochsAreTheMost() {
    assertThat(
            read("training: {data: digits, net: mlp:8, until-accuracy: 0.9}")
                .cells()
                .get(0)
                .training()
                .epochs())
        .isEqualTo(100);
  }

  @Test
  void aGridIsEveryCombinationInTheOrderOfTheFactors() {
    Study study =
        read(
            TRAINING,
            """
            factors:
              network: {option: net, title: architecture, levels: {small: mlp:4, large: mlp:40}}
              lr: [0.1, 0.01]
            seeds: [7, 3]
            """);
    assertThat(study.cells())
        .extracting(Cell::name)
        .containsExactly("small · 0.1", "small · 0.01", "large · 0.1", "large · 0.01");
    assertThat(study.cells().get(2).training().network()).isEqualTo("mlp:40");
    assertThat(study.cells().get(2).training().learningRate()).hasValue(0.1);
    assertThat(study.factor("network").orElseThrow().ordered()).isFalse();
    assertThat(study.factor("lr").orElseThrow().ordered()).isTrue();
    assertThat(study.trials()).extracting(Trial::seed).startsWith(7L, 7L, 7L, 7L, 3L);
  }

  @Test
  void excludedCellsAreLeftOut() {
    Study study =
        read(
            TRAINING,
            """
            factors:
              batch: [8, 16, 32]
              lr: [0.1, 0.01]
            exclude:
              - {batch: [8, 16], lr: 0.1}
              - {batch: 32, lr: 0.01}
            """);
    assertThat(study.cells())
        .extracting(Cell::name)
        .containsExactly("8 · 0.01", "16 · 0.01", "32 · 0.1");
  }

  @Test
  void aPairedDesignTakesLevelsSideBySide() {
    Study study =
        read(
            TRAINING,
            """
            design: paired
            factors:
              batch: [8, 16, 32]
              lr: [0.1, 0.2, 0.4]
            """);
    assertThat(study.cells())
        .extracting(Cell::name)
        .containsExactly("8 · 0.1", "16 · 0.2", "32 · 0.4");
  }

  @Test
  void aListSaysEachCombination() {
    Study study =
        read(
            TRAINING,
            """
            design: list
            factors:
              batch: [8, 16, 32]
            cells:
              - batch: 32
              - {batch: 8, training: {lr: 0.5, epochs: 1}}
            """);
    assertThat(study.cells()).extracting(Cell::name).containsExactly("32", "8");
    assertThat(study.cells().get(1).training().learningRate()).hasValue(0.5);
    assertThat(study.cells().get(1).training().epochs()).isEqualTo(1);
    assertThat(study.cells().get(0).training().epochs()).isEqualTo(5);
  }

  @Test
  void probesKeepTheirOptionsWithTheirPlaces() {
    Study study =
        read(
            "training: {data: digits, net: mlp:8, snapshots: true}",
            "probes:",
            "  early: {probe: hessian, at: epoch 2.5, top: 3, tolerance: 1e-2, trace: true}",
            "  sharpness: {measure: ball, samples: 50}",
            "  slice:",
            "    range: -0.5:0.5",
            "    at: initial");
    ProbePlan early = study.probes().get(0);
    assertThat(early.moment()).isEqualTo(Moment.EPOCH);
    assertThat(early.epoch()).isEqualTo(2.5);
    assertThat(early.options())
        .containsExactlyInAnyOrderEntriesOf(Map.of("top", 3L, "tolerance", 0.01, "trace", true));
    assertThat(early.places().get("")).isEqualTo(new Place("mine.yaml", 5));
    ProbePlan sharpness = study.probes().get(1);
    assertThat(sharpness.probe()).isEqualTo("sharpness");
    assertThat(sharpness.moment()).isEqualTo(Moment.FINAL);
    assertThat(sharpness.epoch()).isNaN();
    assertThat(sharpness.options())
        .containsExactlyInAnyOrderEntriesOf(Map.of("measure", List.of("ball"), "samples", 50L));
    ProbePlan slice = study.probes().get(2);
    assertThat(slice.options()).containsExactlyEntriesOf(Map.of("range", "-0.5:0.5"));
    assertThat(slice.places().get("range")).isEqualTo(new Place("mine.yaml", 8));
    assertThat(study.pictures()).containsExactly("slice");
  }

  @Test
  void withoutAListAllQuantitiesThatTheProbesGive() {
    Study study =
        read(
            TRAINING,
            """
            probes:
              spectrum: {probe: hessian, trace: true}
              sharpness: {measure: [ball, gaussian]}
            pairs:
              line: {}
            """);
    assertThat(study.quantities())
        .extracting(Quantity::name)
        .contains("lambda_max", "lambda_min", "trace", "sharpness", "flatness", "barrier")
        .doesNotContain(
            "negative_share", "entropy", "entropy_inverse", "aligned_barrier", "edge_ratio");
    assertThat(study.quantity("barrier").orElseThrow().ofPairs()).isTrue();
    assertThat(study.quantity("lambda_max").orElseThrow().ofPairs()).isFalse();
    assertThat(study.pairs().get(0).pairs()).isEqualTo(4);
  }

  @Test
  void quantitiesOfOnesOwnAndThoseThatFormulasMention() {
    Study study =
        read(
            TRAINING,
            """
            probes:
              spectrum: {probe: hessian}
              far: {probe: slice, range: -2:2}
            pairs: {line: {pairs: 2}}
            quantities:
              - gap
              - bend: {from: far, measurement: R² of the nearest parabola, title: bend, unit: x, log: true, role: outcome}
              - far_rise: {from: far}
              - third: {from: spectrum, value: /top/2/value}
              - late: {statistic: 'epochs-to-loss:0.5'}
              - ratio: {formula: lambda_max / third}
              - doubled: {formula: barrier * 2}
            """);
    assertThat(study.quantities())
        .extracting(Quantity::name)
        .containsExactly(
            "gap",
            "bend",
            "far_rise",
            "third",
            "late",
            "ratio",
            "doubled",
            "test_loss",
            "train_loss",
            "lambda_max",
            "barrier");
    assertThat(study.quantity("bend").orElseThrow())
        .isEqualTo(
            new Quantity(
                "bend",
                "bend",
                "x",
                true,
                Quantity.Role.OUTCOME,
                false,
                new FromMeasurement("far", "R² of the nearest parabola"),
                study.quantity("bend").orElseThrow().place()));
    assertThat(study.quantity("far_rise").orElseThrow().source())
        .isEqualTo(new FromMeasurement("far", "rise of the loss at the ends of the line, mean"));
    assertThat(study.quantity("third").orElseThrow().source())
        .isEqualTo(new FromValues("spectrum", "/top/2/value"));
    assertThat(study.quantity("late").orElseThrow().source())
        .isEqualTo(new FromTraining("epochs-to-loss:0.5"));
    assertThat(study.quantity("ratio").orElseThrow().source())
        .isEqualTo(new FromFormula("lambda_max / third"));
    assertThat(study.quantity("doubled").orElseThrow().ofPairs()).isTrue();
    assertThat(study.quantity("train_loss").orElseThrow().role()).isEqualTo(Quantity.Role.CONTROL);
  }

  @Test
  void epochsToTargetAreThoseToTheCommonAccuracy() {
    Study study =
        read(
            "training: {data: digits, net: mlp:8, until-accuracy: 0.9}",
            "quantities: [epochs_to_target]");
    assertThat(study.quantities().get(0).source())
        .isEqualTo(new FromTraining("epochs-to-accuracy:0.9"));
  }

  @Test
  void theAnalysis() {
    Study study =
        read(
            TRAINING,
            """
            factors: {batch: [8, 16]}
            probes: {spectrum: {probe: hessian}}
            quantities: [test_loss]
            analysis:
              compare: {batch: [test_loss, lambda_max]}
              correlate:
                - {predictor: [lambda_max, lambda_min], outcome: gap, given: [train_loss]}
              agree:
                - {predictor: lambda_max, outcome: [gap, test_loss]}
              score:
                sum: {weights: {lambda_max: 0.25, lambda_min: -1}, outcome: gap}
              rank:
                - {score: lambda_max, outcome: gap, ascending: false}
            """);
    assertThat(study.analysis())
        .isEqualTo(
            new AnalysisPlan(
                List.of(
                    new Comparison("test_loss", "batch"), new Comparison("lambda_max", "batch")),
                List.of(
                    new Association("lambda_max", "gap", List.of("train_loss")),
                    new Association("lambda_min", "gap", List.of("train_loss"))),
                List.of(
                    new Agreement("lambda_max", "gap"), new Agreement("lambda_max", "test_loss")),
                List.of(new Score("sum", Map.of("lambda_max", 0.25, "lambda_min", -1.0), "gap")),
                List.of(new Ranking("lambda_max", "gap", false))));
    assertThat(study.quantities())
        .extracting(Quantity::name)
        .contains("lambda_max", "lambda_min", "gap", "train_loss");
  }

  @Test
  void aScaleAddsReplacesAndRemoves() {
    String text =
        HEAD
            + """
            training: {data: digits, net: mlp:8, epochs: 9}
            factors: {batch: {levels: {a: {batch: 8}, b: {batch: 16}, c: {batch: 32}}}}
            probes:
              slice: {points: 11, samples: 50}
            seeds: 5
            scales:
              quick:
                training: {epochs: 2, samples: 100}
                factors: {batch: {levels: {b: ~, c: {lr: 0.5}}}}
                probes: {slice: {samples: ~}, gradient: {}}
                seeds: [4]
            """;
    Study quick = StudyFile.read("mine.yaml", text, Scale.QUICK);
    Study paper = StudyFile.read("mine.yaml", text, Scale.PAPER);
    assertThat(quick.scale()).isEqualTo(Scale.QUICK);
    assertThat(quick.cells()).extracting(Cell::name).containsExactly("a", "c");
    assertThat(quick.cells().get(1).training().batch()).isEqualTo(32);
    assertThat(quick.cells().get(1).training().learningRate()).hasValue(0.5);
    assertThat(quick.cells().get(0).training().epochs()).isEqualTo(2);
    assertThat(quick.cells().get(0).training().samples()).hasValue(100);
    assertThat(quick.seeds()).containsExactly(4L);
    assertThat(quick.probes()).extracting(ProbePlan::name).containsExactly("slice", "gradient");
    assertThat(quick.probes().get(0).options()).containsExactlyEntriesOf(Map.of("points", 11L));
    assertThat(paper.cells()).hasSize(3);
    assertThat(paper.cells().get(0).training().epochs()).isEqualTo(9);
    assertThat(paper.probes().get(0).options()).containsEntry("samples", 50L);
    assertThat(quick.text()).isEqualTo(paper.text()).isEqualTo(text);
  }

  @Test
  void aliasesSaveWriting() {
    Study study =
        read(
            TRAINING,
            """
            probes:
              slice: &line {points: 11, samples: 50}
              far: {probe: slice, range: -2:2}
              near: {probe: slice, points: 11}
            pairs: {line: *line}
            """);
    assertThat(study.pairs().get(0).connect().options()).isEqualTo(study.probes().get(0).options());
  }

  @Test
  void filesAreReadByteForByte(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("ä.yaml");
    String text = HEAD + TRAINING + "title: λ₁ — größer\r\n";
    Files.writeString(file, text);
    Study study = StudyFile.read(file, Scale.PAPER);
    assertThat(study.title()).isEqualTo("λ₁ — größer");
    assertThat(study.text().getBytes(StandardCharsets.UTF_8)).isEqualTo(Files.readAllBytes(file));
  }

  @Test
  void filesThatCannotBeRead(@TempDir Path folder) throws IOException {
    assertThatThrownBy(() -> StudyFile.read(folder.resolve("none.yaml"), Scale.QUICK))
        .hasMessageContaining("TW-5001")
        .hasMessageContaining("thalweg study");
    assertThatThrownBy(() -> StudyFile.read(folder, Scale.QUICK)).hasMessageContaining("TW-5004");
    Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe4});
    assertThatThrownBy(() -> StudyFile.read(latin, Scale.QUICK)).hasMessageContaining("UTF-8");
    Path zeros = Files.write(folder.resolve("zeros.yaml"), new byte[5_000_000]);
    assertThatThrownBy(() -> StudyFile.read(zeros, Scale.QUICK)).hasMessageContaining("4 MB");
  }
}
