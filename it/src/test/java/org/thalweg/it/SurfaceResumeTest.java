package org.thalweg.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** A surface that is killed half-way goes on, computes no point twice and changes no bit. */
class SurfaceResumeTest {
  private static final int SIDE = 31;
  private static final String COMMAND =
      "surface run --points " + SIDE + " --precision float64 --seed 5 --json --workers ";

  private static JsonNode uninterrupted = NullNode.getInstance();

  @TempDir private static Path temporary = Path.of("");

  @BeforeAll
  static void measureWithoutInterruption() {
    Path here = Folders.inside(temporary, "reference");
    TrainedNetwork.copyInto(here);
    uninterrupted = Thalweg.in(here).run(COMMAND + 2).ok().json();
    assertThat(uninterrupted.at("/cost/forward").asInt()).isEqualTo(SIDE * SIDE);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void killedHalfWay(int workers) {
    Path here = Folders.inside(temporary, "killed-" + workers);
    Path run = TrainedNetwork.copyInto(here);
    Thalweg.Running first = Thalweg.in(here).start(COMMAND + workers);
    awaitHalf(first, run);
    first.kill();
    int kept = Folders.points(ledger(run));
    assertThat(kept).isBetween(SIDE * SIDE / 2, SIDE * SIDE - 1);

    JsonNode resumed = Thalweg.in(here).run(COMMAND + workers).ok().json();

    assertThat(resumed.at("/cost/forward").asInt() + kept).isEqualTo(SIDE * SIDE);
    assertSameAsUninterrupted(resumed, run);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void controlCLeavesWhatCanBeResumed() {
    Path here = Folders.inside(temporary, "interrupted");
    Path run = TrainedNetwork.copyInto(here);
    Thalweg.Running first = Thalweg.in(here).start(COMMAND + 2);
    awaitHalf(first, run);
    first.signal("INT");
    Finished stopped = first.await();
    assertThat(stopped.exitCode()).isEqualTo(130);
    assertThat(stopped.json().at("/outcome").asString()).isEqualTo("cancelled");
    int kept = Folders.points(ledger(run));

    JsonNode resumed = Thalweg.in(here).run(COMMAND + 1).ok().json();

    assertThat(resumed.at("/cost/forward").asInt() + kept).isEqualTo(SIDE * SIDE);
    assertSameAsUninterrupted(resumed, run);
  }

  private static void awaitHalf(Thalweg.Running process, Path run) {
    while (process.alive() && Folders.points(ledger(run)) < SIDE * SIDE / 2) {
      Thread.onSpinWait();
    }
  }

  private static void assertSameAsUninterrupted(JsonNode resumed, Path run) {
    assertThat(resumed.at("/outcome").asString()).isEqualTo("converged");
    assertThat(resumed.at("/values")).isEqualTo(uninterrupted.at("/values"));
    assertThat(run.resolve("results/surface.json")).exists();
    assertThat(run.resolve("results/surface-2.json")).doesNotExist();
    assertThat(Files.exists(ledger(run))).isFalse();
  }

  private static Path ledger(Path run) {
    return run.resolve("ledgers/surface.ledger");
  }
}
