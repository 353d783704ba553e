package org.thalweg.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The same seed gives the same numbers, in any process and with any number of workers. */
class DeterminismTest {
  @TempDir private static Path temporary = Path.of("");

  private static Path here = Path.of("");

  @BeforeAll
  static void train() {
    here = Folders.inside(temporary, "determinism");
    TrainedNetwork.copyInto(here);
  }

  private static JsonNode values(String command) {
    return Thalweg.in(here).run(command + " --json").ok().json().at("/values");
  }

  @Test
  void eigenvaluesDoNotDependOnWorkers() {
    String command = "hessian run --top 2 --bottom 1 --seed 4 --out spectra --workers ";
    assertThat(values(command + 3)).isEqualTo(values(command + 1));
  }

  @Test
  void theSeedDecidesTheDirection() {
    String command = "slice run --points 7 --out slices --seed ";
    JsonNode first = values(command + 1);
    assertThat(values(command + "1 --workers 3")).isEqualTo(first);
    JsonNode other = values(command + 2);
    assertThat(other.at("/loss")).isNotEqualTo(first.at("/loss"));
    assertThat(other.at("/loss/3")).as("the centre").isEqualTo(first.at("/loss/3"));
  }

  @Test
  void alongAnEigenvectorToo() {
    String command = "slice run --points 5 --direction eigen:1 --out sharpest --workers ";
    assertThat(values(command + 2)).isEqualTo(values(command + 1));
  }

  @Test
  void trainingsWithOneSeedAreTheSame() {
    String command = "train --data digits --net cnn:4 --epochs 1 --seed 7 --samples 500 --out ";
    Thalweg.in(here).run(command + "one --workers 1").ok();
    Thalweg.in(here).run(command + "two --workers 2").ok();
    assertThat(here.resolve("one/weights/final.npz"))
        .hasSameBinaryContentAs(here.resolve("two/weights/final.npz"));
  }
}
