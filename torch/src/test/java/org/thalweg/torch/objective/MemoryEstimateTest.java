package org.thalweg.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.thalweg.linalg.Precision;
import org.thalweg.testkit.GoldenCase;

class MemoryEstimateTest {
  private static final MemoryEstimate ESTIMATE = new MemoryEstimate(1000, 100, 10);

  @Test
  void needsGrowWithChunksAndWorkers() {
    assertThat(ESTIMATE.bytes(1, 1)).isEqualTo(1000 + 2 * 110);
    assertThat(ESTIMATE.bytes(8, 3)).isEqualTo(1000 + 3 * 2 * 180);
  }

  @Test
  void theChunkSizeIsHalvedUntilItFits() {
    ObjectiveOptions options = ObjectiveOptions.defaults().withChunkSize(128).withGraphBytes(50);
    assertThat(ESTIMATE.fit(options, 1_000_000)).isEqualTo(options);
    ObjectiveOptions fitting = ESTIMATE.fit(options, 1000 + 2 * (100 + 32 * 10) + 5);
    assertThat(fitting.chunkSize()).isEqualTo(32);
    assertThat(fitting.graphBytes()).isEqualTo(5);
  }

  @Test
  void whatNeverFitsIsAnErrorThatNamesAWayOut() {
    ObjectiveOptions options = ObjectiveOptions.defaults();
    assertThatThrownBy(() -> ESTIMATE.fit(options, 1100))
        .hasMessageContaining("TW-6002")
        .hasMessageContaining("selection of parameters");
    assertThatThrownBy(() -> ESTIMATE.fit(options.withWorkers(2), 1300))
        .hasMessageContaining("workers=1");
  }

  /**
   * The first convolution alone gives 16 × 28 × 28 numbers for each sample; a graph holds a few
   * times that, and twice as many bytes in float64.
   */
  @Test
  void aConvolutionalNetworkNeedsTheBytesOfItsActivations() {
    GoldenCase golden = GoldenCase.load("cnn-mnist");
    long activation = 16 * 28 * 28 * Float.BYTES;
    MemoryEstimate single = estimate(golden, Precision.FLOAT32);
    MemoryEstimate twice = estimate(golden, Precision.FLOAT64);
    assertThat(single.sampleBytes()).isBetween(2 * activation, 20 * activation);
    assertThat(twice.sampleBytes()).isEqualTo(2 * single.sampleBytes());
    assertThat(single.fixedBytes()).isGreaterThan(500L * 784 * Float.BYTES);
  }

  private static MemoryEstimate estimate(GoldenCase golden, Precision precision) {
    return MemoryEstimate.of(
        GoldenObjectives.network(golden),
        golden.parameters(),
        GoldenObjectives.samples(golden),
        ObjectiveOptions.defaults().withPrecision(precision));
  }
}
