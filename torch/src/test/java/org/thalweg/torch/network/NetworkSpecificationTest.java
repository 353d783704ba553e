package org.thalweg.torch.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

class NetworkSpecificationTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"mlp", "mlp:256", "mlp:16,16,16", "resmlp:20,20", "cnn:16,16", "rescnn:8,16,32"})
  void printsWhatItReads(String description) {
    NetworkSpecification read = NetworkSpecification.parse(description, Activation.GELU);

    assertThat(read.description()).isEqualTo(description);
    assertThat(read.activation()).isEqualTo(Activation.GELU);
    assertThat(read).hasToString(description + " gelu");
  }

  @Test
  void readsFamilyAndWidths() {
    assertThat(NetworkSpecification.parse("rescnn:16, 8", Activation.RELU))
        .isEqualTo(new NetworkSpecification(NetworkFamily.RESCNN, List.of(16, 8), Activation.RELU));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "transformer:3",
        "MLP:3",
        "mlp:",
        "mlp:,",
        "mlp:16,",
        "mlp:0",
        "mlp:-3",
        "mlp:1.5",
        "mlp:99999999999",
        "mlp:2000000",
        "cnn",
        "resmlp",
        "rescnn"
      })
  void refusesWhatMeansNothingAndSaysWhatIsPossible(String description) {
    ThalwegException error =
        catchThrowableOfType(
            ThalwegException.class, () -> NetworkSpecification.parse(description, Activation.RELU));

    assertThat(error.code()).isEqualTo(ErrorCode.UNKNOWN_NETWORK);
    assertThat(error.expected()).contains("mlp:256", "resmlp:20,20", "cnn:16,16", "rescnn:16,16");
    assertThat(error.found()).contains(description);
  }

  @Test
  void readsActivations() {
    assertThat(List.of("relu", "tanh", "gelu").stream().map(Activation::parse))
        .containsExactly(Activation.RELU, Activation.TANH, Activation.GELU);
  }

  @Test
  void refusesAnUnknownActivation() {
    ThalwegException error =
        catchThrowableOfType(ThalwegException.class, () -> Activation.parse("swish"));

    assertThat(error.code()).isEqualTo(ErrorCode.UNKNOWN_NETWORK);
    assertThat(error.expected()).contains("relu, tanh, gelu");
    assertThat(error.found()).contains("swish");
  }
}
