package org.thalweg.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Python, where it is installed with what a test needs: {@code python3}, or another one that {@code
 * THALWEG_PYTHON} names. Tests without it are skipped, and say so.
 */
final class Python {
  private static final String COMMAND = System.getenv().getOrDefault("THALWEG_PYTHON", "python3");

  private Python() {}

  static void require(String... modules) {
    assumeThat(ends(List.of("-c", "import " + String.join(", ", modules))))
        .as("Python with %s (THALWEG_PYTHON names another one)", String.join(" and ", modules))
        .isZero();
  }

  /** Runs a script to its end; its output is part of the message when it fails. */
  static void run(String... arguments) {
    assertThat(ends(List.of(arguments))).as(String.join(" ", arguments)).isZero();
  }

  private static int ends(List<String> arguments) {
    List<String> words = new ArrayList<>(List.of(COMMAND));
    words.addAll(arguments);
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(240, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("still running: " + words);
      }
      if (process.exitValue() != 0 && !arguments.get(0).equals("-c")) {
        throw new AssertionError(output);
      }
      return process.exitValue();
    } catch (IOException e) {
      return -1;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
