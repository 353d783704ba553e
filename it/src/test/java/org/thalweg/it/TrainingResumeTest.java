package org.thalweg.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A training that is killed at any moment goes on and ends with the same weights. */
class TrainingResumeTest {
  private static final int KILLS = 3;

  @TempDir private Path temporary = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"sgd", "adam"})
  void killedAtRandomMoments(String optimizer) throws Exception {
    Path here = Folders.inside(temporary, optimizer);
    String command = command(optimizer);
    Thalweg.in(here).run(command + "whole").ok();
    Random random = new Random(optimizer.hashCode());
    Path run = here.resolve("killed");
    kill(Thalweg.in(here).start(command + "killed"), run, random);
    for (int i = 1; i < KILLS; i++) {
      kill(Thalweg.in(here).start("train --resume killed"), run, random);
    }

    Thalweg.in(here).run("train --resume killed --workers 1").ok();

    assertSame(run, here.resolve("whole"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void controlCLeavesWhatCanBeResumed() throws Exception {
    Path here = Folders.inside(temporary, "interrupted");
    String command = command("momentum");
    Thalweg.in(here).run(command + "whole").ok();
    Path run = here.resolve("stopped");
    Thalweg.Running first = Thalweg.in(here).start(command + "stopped");
    awaitRecords(first, run, 5);
    first.signal("INT");
    Finished stopped = first.await();
    assertThat(stopped.exitCode()).isEqualTo(130);
    assertThat(stopped.out()).contains("thalweg train --resume stopped");
    assertThat(Thalweg.in(here).run(command + "stopped").err())
        .contains("TW-5002", "thalweg train --resume stopped");

    Thalweg.in(here).run("train --resume stopped").ok();

    assertSame(run, here.resolve("whole"));
    Finished again = Thalweg.in(here).run("train --resume stopped");
    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.err()).contains("TW-5006", "converged");
  }

  private static String command(String optimizer) {
    return "train --data digits --net cnn:4,4 --epochs 40 --seed 3 --optimizer %s --out "
        .formatted(optimizer);
  }

  /** Kills within the time that a dozen epochs take, but not before there is a training. */
  private static void kill(Thalweg.Running process, Path run, Random random) throws Exception {
    int before = records(run);
    awaitRecords(process, run, Math.max(1, before));
    Thread.sleep(random.nextInt(300));
    process.kill();
  }

  private static void awaitRecords(Thalweg.Running process, Path run, int count) {
    while (process.alive() && records(run) < count) {
      Thread.onSpinWait();
    }
  }

  private static int records(Path run) {
    try {
      return (int) Files.readString(run.resolve("tables/training.csv")).lines().count() - 1;
    } catch (IOException e) {
      return 0; // not there yet
    }
  }

  private static void assertSame(Path one, Path other) throws IOException {
    assertThat(one.resolve("weights/final.npz"))
        .hasSameBinaryContentAs(other.resolve("weights/final.npz"));
    assertThat(history(one)).isEqualTo(history(other));
  }

  /** The recorded numbers without the last column, the seconds. */
  private static List<String> history(Path run) throws IOException {
    return Files.readString(run.resolve("tables/training.csv"))
        .lines()
        .map(line -> line.substring(0, line.lastIndexOf(',')))
        .toList();
  }
}
