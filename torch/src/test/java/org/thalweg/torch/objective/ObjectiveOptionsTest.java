package org.thalweg.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.torch.network.Activation;
import org.thalweg.torch.network.BuiltInNetwork;
import org.thalweg.torch.network.Network;
import org.thalweg.torch.network.NetworkSpecification;

class ObjectiveOptionsTest {
  @ParameterizedTest
  @CsvSource({
    "mlp:20, 200, 200",
    "mlp:20, 1024, 1024",
    "mlp:20, 2000, 250",
    "mlp:20, 60000, 512",
    "resmlp:20, 2000, 250",
    "cnn:4, 2000, 128",
    "rescnn:4, 60000, 128"
  })
  void onlyPerceptronsGetLargerChunksAndLittleWorkIsNotDivided(
      String description, int samples, int chunk) {
    Network network =
        BuiltInNetwork.create(
            NetworkSpecification.parse(description, Activation.RELU), List.of(1, 8, 8), 3);
    assertThat(ObjectiveOptions.defaults().suiting(network, samples).chunkSize()).isEqualTo(chunk);
    assertThat(ObjectiveOptions.defaults().withWorkers(7).suiting(network, samples).chunkSize())
        .isEqualTo(chunk);
  }

  @ParameterizedTest
  @CsvSource({"1000, 1000", "16, 250"})
  void aLargerChunkStays(int asked, int chunk) {
    Network network =
        BuiltInNetwork.create(
            NetworkSpecification.parse("mlp:20", Activation.RELU), List.of(1, 8, 8), 3);
    ObjectiveOptions options = ObjectiveOptions.defaults().withChunkSize(asked);
    assertThat(options.suiting(network, 2000).chunkSize()).isEqualTo(chunk);
  }
}
