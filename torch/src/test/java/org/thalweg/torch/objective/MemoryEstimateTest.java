package org.thalweg.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.thalweg.linalg.Precision;
import org.thalweg.testkit.GoldenCase;

class MemoryEstimateTest {
  private static final MemoryEstimate ESTIMATE = new MemoryEstimate(200, 400, 100, 100, 10);

  @Test
  void needsGrowWithChunksAndWorkers() {
    assertThat(ESTIMATE.bytes(1, 1)).isEqualTo(1000 + 2 * 110);
    assertThat(ESTIMATE.bytes(8, 3)).isEqualTo(400 + 14 * 100 + 3 * 2 * 180);
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
    assertThatThrownBy(() -> ESTIMATE.fit(options.withWorkers(2), 1100))
        .hasMessageContaining("TW-6002");
  }

  @Test
  void whatCannotBeCopiedForEachWorkerHasOneWorkerWithSeveralThreads() {
    ObjectiveOptions fitting = ESTIMATE.fit(ObjectiveOptions.defaults().withWorkers(3), 1300);
    assertThat(fitting.workers()).isEqualTo(1);
    assertThat(fitting.threads()).isEqualTo(3);
    assertThat(fitting.chunkSize()).isEqualTo(4);
    assertThat(ESTIMATE.bytes(4, 1)).isLessThanOrEqualTo(1300);
    assertThat(ESTIMATE.bytes(8, 1)).isGreaterThanOrEqualTo(1300);
  }

  @Test
  void costlySamplesAreDividedAmongAllShardsWhateverTheWorkers() {
    ObjectiveOptions options = ObjectiveOptions.defaults();
    MemoryEstimate costly = new MemoryEstimate(128, 0, 0, 0, 16L << 20);
    assertThat(costly.divide(options).chunkSize()).isEqualTo(16);
    assertThat(costly.divide(options.withWorkers(2)).chunkSize()).isEqualTo(16);
    assertThat(costly.divide(options.withChunkSize(5)).chunkSize()).isEqualTo(5);
    assertThat(new MemoryEstimate(3, 0, 0, 0, 1L << 30).divide(options).chunkSize()).isEqualTo(1);
    assertThat(new MemoryEstimate(60000, 0, 0, 0, 1L << 30).divide(options).chunkSize())
        .isEqualTo(128);
    assertThat(ESTIMATE.divide(options)).isEqualTo(options);
  }

  @Test
  void aBasisTakesAQuarterOfWhatMayBeUsed() {
    ObjectiveOptions single = ObjectiveOptions.defaults();
    // 8000 bytes: a quarter is 2000, and two vectors of 50 bytes are needed for each.
    assertThat(ESTIMATE.basisSize(7, 80, single, 8000)).isEqualTo(20);
    assertThat(ESTIMATE.basisSize(7, 80, single.withPrecision(Precision.FLOAT64), 8000))
        .isEqualTo(10);
    assertThat(ESTIMATE.basisSize(7, 80, single, 800)).isEqualTo(7);
    assertThat(ESTIMATE.basisSize(7, 80, single, 1 << 30)).isEqualTo(80);
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
    assertThat(single.dataBytes()).isGreaterThan(500L * 784 * Float.BYTES);
  }

  private static MemoryEstimate estimate(GoldenCase golden, Precision precision) {
    return MemoryEstimate.of(
        GoldenObjectives.network(golden),
        golden.parameters(),
        GoldenObjectives.samples(golden),
        ObjectiveOptions.defaults().withPrecision(precision));
  }
}
