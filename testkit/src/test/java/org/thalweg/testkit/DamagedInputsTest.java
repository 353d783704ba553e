package org.thalweg.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

class DamagedInputsTest {
  private static final byte[] SOUND = {1, 2, 3, 4, 5, 6, 7, 8};
  private final DamagedInputs inputs = new DamagedInputs("test", SOUND, 200);

  @Test
  void mostInputsAreDamagedAndDiffer() {
    Set<String> seen = new HashSet<>();
    assertThat(inputs.read(bytes -> seen.add(Arrays.toString(bytes)))).isEqualTo(200);
    assertThat(seen).hasSizeGreaterThan(150).contains(Arrays.toString(SOUND));
  }

  @Test
  void codedErrorsAreCounted() {
    int read =
        inputs.read(
            bytes -> {
              if (!Arrays.equals(bytes, SOUND)) {
                throw refusal(ErrorCode.DATA_FORMAT);
              }
            });
    assertThat(read).isLessThan(10);
  }

  @Test
  void everythingElseIsAFailure() {
    assertFails(
        () -> {
          throw new IllegalArgumentException();
        });
    assertFails(
        () -> {
          throw refusal(ErrorCode.INTERNAL);
        });
    assertFails(() -> assertThat(new byte[200 << 20]).isNotEmpty());
    assertThatThrownBy(
            () ->
                inputs.read(
                    bytes -> {
                      throw refusal(ErrorCode.DATA_FORMAT);
                    }))
        .hasMessageContaining("sound");
  }

  private void assertFails(Runnable reaction) {
    assertThatThrownBy(
            () ->
                inputs.read(
                    bytes -> {
                      if (bytes.length < SOUND.length) {
                        reaction.run();
                      }
                    }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("test, damaged");
  }

  private static ThalwegException refusal(ErrorCode code) {
    return ThalwegException.of(code).expected("one thing").found("another").next("do this");
  }
}
