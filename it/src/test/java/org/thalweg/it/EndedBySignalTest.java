package org.thalweg.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A second signal ends a process in the middle of a native computation, without a crash. */
@DisabledOnOs(OS.WINDOWS)
class EndedBySignalTest {
  private static final String LONG_PRODUCTS =
      "hessian run --top 20 --tolerance 1e-14 --iterations 100000 --workers 2 --batch 1297"
          + " --precision float64";

  @TempDir private static Path temporary = Path.of("");

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void withItsExitCode(String signal, int exitCode) {
    Path here = Folders.inside(temporary, signal);
    Thalweg.in(here).run("train --data digits --net cnn:24,24 --epochs 0 --out run").ok();
    Thalweg.Running running = Thalweg.in(here).start(LONG_PRODUCTS);
    await(running, "hessian");
    running.signal(signal);
    await(running, "press Ctrl-C again");
    running.signal(signal);

    Finished ended = running.await();

    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(exitCode);
    assertThat(ended.out() + ended.err()).doesNotContain("SIGSEGV", "SIGABRT", "fatal error");
    assertThat(Folders.names(here)).noneMatch(name -> name.contains("hs_err"));
    Thalweg.in(here).run("slice run --points 2 --samples 10").ok();
  }

  private static void await(Thalweg.Running running, String words) {
    while (running.alive() && !said(running).contains(words)) {
      Thread.onSpinWait();
    }
    assertThat(said(running)).contains(words);
  }

  private static String said(Thalweg.Running running) {
    try {
      return Files.readString(running.err(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
