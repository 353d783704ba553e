package org.thalweg.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ErrorCode;

class BundledFileTest {
  /** SHA-256 of "abc", FIPS 180-4, appendix B.1. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void comparesTheChecksum() {
    BundledFile file = new BundledFile("abc.txt", ABC);
    byte[] abc = "abc".getBytes(StandardCharsets.US_ASCII);
    assertThat(file.verified(abc)).isSameAs(abc);
    byte[] other = "abd".getBytes(StandardCharsets.US_ASCII);
    Failures.assertCode(() -> file.verified(other), ErrorCode.DATA_CORRUPT)
        .hasMessageContaining("abc.txt")
        .hasMessageContaining(ABC)
        .hasMessageContaining("3 bytes");
  }

  @Test
  void aMissingFileIsADamagedProduct() {
    Failures.assertCode(() -> new BundledFile("none.gz", ABC).read(), ErrorCode.DATA_CORRUPT)
        .hasMessageContaining("none.gz");
  }

  @Test
  void realFilesAreCompared() {
    Failures.assertCode(
            () -> new BundledFile("digits/digits.csv.gz", ABC).read(), ErrorCode.DATA_CORRUPT)
        .hasMessageContaining("46abec6b12486ad9e51943373abcf22bbea1b5a51a1619b361570d8893f1464a");
  }
}
