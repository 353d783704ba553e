package org.thalweg.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockShapeTest {
  /** 2 MB for a block, 256 KB for a point as far as it has 64 samples. */
  @ParameterizedTest
  @CsvSource({
    "2000, 256, 4, 256, 8",
    "2000, 256, 8, 128, 8",
    "60000, 256, 4, 256, 8",
    "140, 20, 4, 160, 163",
    "1, 1, 4, 32, 256",
    "2000, 4096, 4, 64, 2",
    "2000, 1000000, 8, 64, 1",
  })
  void blocksFitTheCache(int samples, int widest, int bytes, int part, int points) {
    assertThat(BlockShape.of(samples, widest, bytes)).isEqualTo(new BlockShape(part, points));
  }

  @ParameterizedTest
  @CsvSource({"1, 32", "32, 32", "33, 64", "2000, 2016"})
  void rowsAreWholeRegisters(int samples, int row) {
    assertThat(BlockShape.row(samples)).isEqualTo(row);
  }
}
