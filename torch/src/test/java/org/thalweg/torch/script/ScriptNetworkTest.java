package org.thalweg.torch.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.data.ArraySamples;
import org.thalweg.data.Samples;
import org.thalweg.data.Targets;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Evaluation;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterTensor;
import org.thalweg.testkit.RelativeError;
import org.thalweg.torch.engine.NativeMemory;
import org.thalweg.torch.objective.Loss;
import org.thalweg.torch.objective.MeanSquaredError;
import org.thalweg.torch.objective.NetworkObjective;
import org.thalweg.torch.objective.ObjectiveOptions;

class ScriptNetworkTest {
  private static final ScriptOptions TIED =
      ScriptOptions.defaults()
          .withInputs(ScriptInput.parse("int:3,float:3"))
          .withOutput(new OutputChoice("logits"));
  private static final ScriptOptions PAIR =
      ScriptOptions.defaults().withOutput(new OutputChoice("1.1"));

  @Test
  void tiedWeightsAppearOnceAndKindsAreRecognised() {
    try (ScriptNetwork network = ScriptNetwork.load(PythonCase.file("tied.pt"), TIED)) {
      assertThat(network.layout().tensors())
          .extracting(ParameterTensor::name)
          .containsExactly("unused", "tok.weight", "norm.weight", "norm.bias");
      assertThat(network.layout().tensors())
          .extracting(ParameterTensor::kind)
          .containsExactly(
              ParameterKind.WEIGHT, ParameterKind.WEIGHT, ParameterKind.NORM, ParameterKind.NORM);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 2", "100, 1"})
  void tokensAndNumbersInADictionaryOutLabelsIgnored(int chunk, int workers) {
    ObjectiveOptions options =
        PythonCase.FLOAT64
            .withLoss(Loss.named("cross-entropy:smoothing=0.1,ignore=-1"))
            .withChunkSize(chunk)
            .withWorkers(workers);
    try (ScriptNetwork network = ScriptNetwork.load(PythonCase.file("tied.pt"), TIED);
        NetworkObjective objective =
            NetworkObjective.of(network, network.weights(), tokens(), options)) {
      PythonCase.compare(objective, "tied");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mse", "l1", "huber:delta=0.7", "bce", "nll", "cross-entropy:smoothing=0.2"})
  void lossesAreThoseOfPyTorch(String name) {
    try (ScriptNetwork network = ScriptNetwork.load(PythonCase.file("pair.pt"), PAIR);
        NetworkObjective objective =
            NetworkObjective.of(
                network,
                network.weights(),
                numbers(name),
                PythonCase.FLOAT64.withLoss(Loss.named(name)).withChunkSize(2))) {
      PythonCase.compare(objective, "pair", name);
      assertThat(objective.loss().name()).isEqualTo(name);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void aLossOfOnesOwnIsWeightedByItsChunks(int chunk) {
    try (ScriptNetwork network = ScriptNetwork.load(PythonCase.file("pair.pt"), PAIR);
        ScriptLoss loss = ScriptLoss.load(PythonCase.file("quartic.pt"));
        NetworkObjective objective =
            NetworkObjective.of(
                network,
                network.weights(),
                numbers("quartic"),
                PythonCase.FLOAT64.withLoss(loss).withChunkSize(chunk).withWorkers(2));
        Vector theta = objective.parameters()) {
      PythonCase.compare(objective, "pair", "quartic");
      assertThat(objective.evaluate(theta).lossStandardError()).isNaN();
    }
  }

  @Test
  void aSelectionRestrictsThetaAndLeavesTheLossAsItIs() {
    ObjectiveOptions options =
        PythonCase.FLOAT64.withLoss(Loss.named("cross-entropy:smoothing=0.1,ignore=-1"));
    ScriptOptions some = TIED.withParameters(ParameterSelection.parse("norm.*"));
    try (ScriptNetwork network = ScriptNetwork.load(PythonCase.file("tied.pt"), some);
        NetworkObjective objective =
            NetworkObjective.of(network, network.weights(), tokens(), options);
        Vector theta = objective.parameters();
        Vector gradient = objective.space().zeros()) {
      assertThat(objective.layout().dimension()).isEqualTo(8);
      double loss = objective.gradient(theta, gradient).loss();
      RelativeError.atMost(1e-12, "loss", loss, PythonCase.expected("tied", "loss").asDouble());
      double[] all = PythonCase.numbers("tied", "gradient");
      RelativeError.atMost(
          1e-10, "gradient", gradient.toArray(), java.util.Arrays.copyOfRange(all, 22, 30));
    }
  }

  @Test
  void aSelectionThatFitsNothingIsAnErrorThatNamesWhatThereIs() {
    ScriptOptions none = TIED.withParameters(ParameterSelection.parse("layer4.*"));
    assertThatThrownBy(() -> ScriptNetwork.load(PythonCase.file("tied.pt"), none))
        .hasMessageContaining("TW-1002")
        .hasMessageContaining("tok.weight");
  }

  @ParameterizedTest
  @CsvSource({"'', a tuple of 2", "2, a tuple of 2", "1.7, a list of 2", "logits, a tuple of 2"})
  void aChoiceOfOutputThatDoesNotExistSaysWhatThereIs(String choice, String found) {
    ScriptOptions options = PAIR.withOutput(new OutputChoice(choice));
    try (ScriptNetwork network = ScriptNetwork.load(PythonCase.file("pair.pt"), options)) {
      assertThatThrownBy(() -> objective(network, numbers("mse")))
          .hasMessageContaining("TW-1001")
          .hasMessageContaining(found);
    }
  }

  @Test
  void tokensDeclaredAsNumbersAreExplained() {
    ScriptOptions options = TIED.withInputs(ScriptInput.parse("float:3,float:3"));
    try (ScriptNetwork network = ScriptNetwork.load(PythonCase.file("tied.pt"), options)) {
      assertThatThrownBy(() -> objective(network, tokens()))
          .hasMessageContaining("TW-3006")
          .hasMessageContaining("inputs=int");
    }
  }

  @Test
  void fractionsAreNoTokens() {
    ScriptOptions options = TIED.withInputs(ScriptInput.parse("int:6"));
    try (ScriptNetwork network = ScriptNetwork.load(PythonCase.file("tied.pt"), options)) {
      assertThatThrownBy(() -> objective(network, tokens()))
          .hasMessageContaining("TW-2003")
          .hasMessageContaining("0.5 at sample 0");
    }
  }

  @Test
  void fusedAttentionIsDifferentiatedTwice() {
    float[] x = PythonCase.floats("fused", "x");
    Samples samples =
        ArraySamples.of(List.of(3, 4), x, new Targets.Reals(List.of(4), new float[8]));
    try (ScriptNetwork network =
            ScriptNetwork.load(PythonCase.file("fused.pt"), ScriptOptions.defaults());
        NetworkObjective objective =
            NetworkObjective.of(
                network,
                network.weights(),
                samples,
                PythonCase.FLOAT64.withLoss(new MeanSquaredError()));
        Vector theta = objective.parameters()) {
      PythonCase.compare(objective, "fused");
      SecondDerivatives.require(objective, theta);
    }
  }

  @Test
  void afterAnErrorEverythingIsAsBefore() {
    ObjectiveOptions options = PythonCase.FLOAT64.withChunkSize(2);
    try (ScriptNetwork network = ScriptNetwork.load(PythonCase.file("pair.pt"), PAIR);
        NetworkObjective objective =
            NetworkObjective.of(network, network.weights(), numbers("mse"), options);
        Vector theta = objective.parameters()) {
      Evaluation before = objective.evaluate(theta);
      double[] weights = network.weights();
      Samples wide =
          ArraySamples.of(List.of(4), new float[8], new Targets.Reals(List.of(2), new float[4]));
      assertThatThrownBy(() -> objective(network, wide))
          .isInstanceOfSatisfying(
              ThalwegException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.NETWORK_FAILED));
      assertThat(objective.evaluate(theta)).isEqualTo(before);
      assertThat(network.weights()).isEqualTo(weights);
    }
  }

  @Test
  void nativeMemoryStaysFlat() {
    ScriptNetwork.load(PythonCase.file("pair.pt"), PAIR).close();
    NativeMemory empty = NativeMemory.now();
    ScriptNetwork.load(PythonCase.file("pair.pt"), PAIR).close();
    assertThat(NativeMemory.now().minus(empty).liveObjects()).isZero();
    try (ScriptNetwork network = ScriptNetwork.load(PythonCase.file("pair.pt"), PAIR);
        NetworkObjective objective =
            NetworkObjective.of(
                network,
                network.weights(),
                numbers("mse"),
                PythonCase.FLOAT64.withChunkSize(2).withWorkers(2));
        Vector theta = objective.parameters();
        Vector gradient = objective.space().zeros();
        LinearOperator hessian = objective.hessian(theta)) {
      work(objective, theta, gradient, hessian, 20);
      NativeMemory before = NativeMemory.now();
      work(objective, theta, gradient, hessian, 500);
      NativeMemory gained = NativeMemory.now().minus(before);
      assertThat(gained.liveObjects()).isZero();
      assertThat(gained.residentBytes()).isLessThan(50 << 20);
    }
    assertThat(NativeMemory.now().minus(empty).liveObjects()).isZero();
  }

  private static void work(
      NetworkObjective objective,
      Vector theta,
      Vector gradient,
      LinearOperator hessian,
      int rounds) {
    for (int i = 0; i < rounds; i++) {
      objective.gradient(theta, gradient);
      objective.evaluate(
          new AffineSubspace(theta, List.of(gradient)),
          List.of(new double[] {0.1}, new double[] {0.2}));
      hessian.apply(gradient).close();
    }
  }

  private static void objective(ScriptNetwork network, Samples samples) {
    NetworkObjective.of(network, network.weights(), samples, PythonCase.FLOAT64).close();
  }

  private static Samples tokens() {
    int[] ids = {0, 1, 2, 3, 4, 0, 1, 1, 4, 2, 0, 3};
    float[] scale = PythonCase.floats("tied", "scale");
    float[] features = new float[24];
    for (int i = 0; i < 12; i++) {
      features[i / 3 * 6 + i % 3] = ids[i];
      features[i / 3 * 6 + 3 + i % 3] = scale[i];
    }
    Targets labels = new Targets.Labels(5, List.of(3), 1, 2, -1, 4, 0, 1, -1, 4, 2, 0, 3, 3);
    return ArraySamples.of(List.of(6), features, labels);
  }

  private static Samples numbers(String loss) {
    float[] y = PythonCase.floats("pair", "y");
    if (loss.equals("bce")) {
      for (int i = 0; i < y.length; i++) {
        y[i] = (y[i] + 1) / 3;
      }
    }
    Targets targets =
        loss.startsWith("cross") || loss.equals("nll")
            ? new Targets.Labels(2, 0, 1, 1, 0, 1)
            : new Targets.Reals(List.of(2), y);
    return ArraySamples.of(List.of(3), PythonCase.floats("pair", "x"), targets);
  }
}
