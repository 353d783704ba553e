package org.thalweg.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.store.ResultEntry;
import org.thalweg.store.RunFolder;

/** A study that is killed at any moment goes on: the same numbers, nothing lost, nothing twice. */
class StudyResumeTest {
  private static final String STUDY =
      """
      thalweg-study: 1
      name: killed
      title: A study to be killed
      question: Does it come back?
      training: {data: 'sine:n=400', optimizer: sgd, batch: 16, epochs: 20, samples: 256, snapshots: true}
      factors:
        network:
          option: net
          levels: {narrow: 'mlp:4', wide: 'mlp:16,16'}
      seeds: 3
      probes:
        spectrum: {probe: hessian, top: 2, bottom: 1}
        spectrum_init: {probe: hessian, top: 1, bottom: 0, at: initial}
        slice: {points: 21}
        trajectory: {points: 5, every: 5}
      pairs:
        line: {points: 11}
      """;

  @TempDir private Path temporary = Path.of("");

  @Test
  void killedTwice() throws Exception {
    killed(2, 3);
  }

  @Test
  @Tag("slow")
  void killedTenTimes() throws Exception {
    killed(10, 8);
  }

  private void killed(int kills, int seeds) throws Exception {
    Path here = Folders.inside(temporary, "studies");
    Files.writeString(here.resolve("killed.yaml"), STUDY);
    Thalweg.in(here).run("study killed.yaml --out whole/own --seeds " + seeds).ok();
    Random random = new Random(kills);
    String command = "study killed.yaml --out killed/own --seeds " + seeds + " --workers ";
    int happened = 0;
    for (int i = 0; i < kills; i++) {
      Thalweg.Running process = Thalweg.in(here).start(command + (1 + i % 2));
      int until = log(here).size() + 1 + random.nextInt(8);
      while (process.alive() && log(here).size() < until) {
        Thread.sleep(1);
      }
      Thread.sleep(random.nextInt(100));
      happened += process.alive() ? 1 : 0;
      process.kill();
    }

    Finished end = Thalweg.in(here).run(command + 2).ok();

    assertThat(happened).isGreaterThanOrEqualTo(kills - 2);
    assertThat(end.out()).contains(2 * seeds + " trials complete, 0 failed");
    for (String table : List.of("trials.csv", "pairs.csv", "series.csv", "cells.csv")) {
      assertThat(here.resolve("killed/own").resolve(table))
          .as(table)
          .hasSameTextualContentAs(here.resolve("whole/own").resolve(table));
    }
    assertNothingTwice(here);
    assertSameResults(here);
  }

  /** Nothing came to its end twice, and no training that was under way was begun again. */
  private static void assertNothingTwice(Path here) throws IOException {
    Map<String, Long> ends =
        log(here).stream()
            .filter(line -> line.contains(",end,"))
            .map(line -> line.substring(line.indexOf(',')))
            .collect(Collectors.groupingBy(line -> line, Collectors.counting()));
    assertThat(ends).isNotEmpty().allSatisfy((what, count) -> assertThat(count).isEqualTo(1));
  }

  private static void assertSameResults(Path here) throws IOException {
    try (Stream<Path> trials = Files.list(here.resolve("whole/trials"))) {
      for (Path trial : trials.toList()) {
        Path other = here.resolve("killed/trials").resolve(trial.getFileName());
        assertThat(other.resolve("weights/final.npz"))
            .hasSameBinaryContentAs(trial.resolve("weights/final.npz"));
        assertThat(ids(other)).containsExactlyInAnyOrderElementsOf(ids(trial));
      }
    }
  }

  private static List<String> ids(Path trial) {
    return RunFolder.open(trial).results().stream().map(ResultEntry::id).toList();
  }

  private static List<String> log(Path here) throws IOException {
    Path log = here.resolve("killed/own/log.csv");
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void controlCLeavesWhatCanBeResumed() throws Exception {
    Path here = Folders.inside(temporary, "interrupted");
    Files.writeString(here.resolve("killed.yaml"), STUDY);
    Thalweg.Running running = Thalweg.in(here).start("study killed.yaml --out killed/own");
    while (running.alive() && log(here).size() < 8) {
      Thread.sleep(1);
    }
    running.signal("INT");
    Finished stopped = running.await();
    assertThat(stopped.exitCode()).isEqualTo(130);
    assertThat(stopped.out()).contains("still to be done", "the same command goes on");
    assertThat(Files.readString(here.resolve("killed/own/trials.csv"))).contains("pending");

    Finished end = Thalweg.in(here).run("study killed.yaml --out killed/own --json").ok();

    assertThat(end.out()).startsWith("{").contains("\"outcome\" : \"converged\"");
    assertNothingTwice(here);
  }
}
