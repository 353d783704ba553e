package org.thalweg.torch.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterTensor;
import org.thalweg.testkit.GoldenCase;

class NetworkLayoutTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mlp-digits     | mlp:16       | 64       | 10",
        "mlp-regression | mlp:20       | 2        | 1",
        "cnn-mnist      | cnn:16,16    | 1 28 28  | 10",
        "rescnn-mnist   | rescnn:16,16 | 1 28 28  | 10"
      })
  void namesTensorsAsPyTorchDoes(String golden, String description, String input, int outputs) {
    Network network = network(description, input, outputs);

    assertThat(network.layout()).isEqualTo(GoldenCase.load(golden).layout());
  }

  @Test
  void projectsOnlyBetweenDifferentWidths() {
    assertThat(names("resmlp:5,5,3", "4", 2))
        .containsExactly(
            "hidden1.weight [5, 4]",
            "hidden1.bias [5]",
            "hidden2.weight [5, 5]",
            "hidden2.bias [5]",
            "hidden3.weight [3, 5]",
            "hidden3.bias [3]",
            "skip3.weight [3, 5]",
            "output.weight [2, 3]",
            "output.bias [2]");
  }

  @Test
  void skipsAroundEveryConvolutionAfterTheFirst() {
    assertThat(names("rescnn:4,5,6", "3 8 11", 2))
        .containsExactly(
            "conv1.weight [4, 3, 3, 3]",
            "conv1.bias [4]",
            "conv2.weight [5, 4, 3, 3]",
            "conv2.bias [5]",
            "skip.weight [5, 4, 1, 1]",
            "skip.bias [5]",
            "conv3.weight [6, 5, 3, 3]",
            "conv3.bias [6]",
            "skip3.weight [6, 5, 1, 1]",
            "skip3.bias [6]",
            "fc.weight [2, 6]",
            "fc.bias [2]");
  }

  @Test
  void onlyBiasesAreBiases() {
    for (String description : List.of("mlp:3", "resmlp:3,4", "cnn:3", "rescnn:3,4")) {
      assertThat(network(description, "1 4 4", 2).layout().tensors())
          .allMatch(
              tensor -> (tensor.kind() == ParameterKind.BIAS) == tensor.name().endsWith("bias"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cnn:4,4,4,4,4   | 1 28 28 | at most 4 widths",
        "rescnn:4,4      | 3 2 28  | at most 1 widths",
        "cnn:4           | 64      | images (channels, height, width)",
        "mlp:100000,100000 | 2     | at most 2147483647 parameters",
        "mlp:40000,40000,40000 | 2 | at most 2147483647 parameters"
      })
  void refusesWhatInputsDoNotGoThrough(String description, String input, String expected) {
    ThalwegException error =
        catchThrowableOfType(ThalwegException.class, () -> network(description, input, 10));

    assertThat(error.code()).isEqualTo(ErrorCode.UNKNOWN_NETWORK);
    assertThat(error.expected()).contains(expected);
    assertThat(error).hasMessageContaining(description.strip());
  }

  private static List<String> names(String description, String input, int outputs) {
    return network(description, input, outputs).layout().tensors().stream()
        .map((ParameterTensor tensor) -> tensor.name() + " " + tensor.shape())
        .toList();
  }

  private static Network network(String description, String input, int outputs) {
    return BuiltInNetwork.create(
        NetworkSpecification.parse(description, Activation.RELU),
        Arrays.stream(input.split(" ")).map(Integer::valueOf).toList(),
        outputs);
  }
}
