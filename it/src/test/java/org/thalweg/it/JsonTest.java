package org.thalweg.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** With {@code --json}, standard output is one document and nothing else, as CLI.md promises. */
class JsonTest {
  @TempDir private static Path temporary = Path.of("");

  private static Path here = Path.of("");

  @BeforeAll
  static void train() {
    here = Folders.inside(temporary, "json");
    TrainedNetwork.copyInto(here);
  }

  private static JsonNode json(String command) {
    return Thalweg.in(here).run(command + " --json").ok().json();
  }

  private static void assertEnvelope(JsonNode document, String probe, String... values) {
    assertThat(document.propertyNames())
        .containsExactly("probe", "outcome", "values", "cost", "provenance");
    assertThat(document.at("/probe").asString()).isEqualTo(probe);
    assertThat(document.at("/outcome").asString()).isEqualTo("converged");
    assertThat(document.at("/cost").propertyNames())
        .containsExactly("forward", "gradient", "hvp", "seconds");
    assertThat(document.at("/provenance").propertyNames())
        .contains("specification", "seeds", "dataHash", "codeVersion", "environment");
    assertThat(document.at("/values").propertyNames()).containsAll(List.of(values));
  }

  @Test
  void aTraining() {
    JsonNode training = json("train --data sine --net mlp:4 --epochs 2 --out sine");
    assertEnvelope(training, "train", "epoch", "trainLoss", "testLoss", "gradientNorm");
    assertThat(training.at("/values/epoch")).hasSize(3);
    assertThat(training.at("/values/testAccuracy/0").asString()).isEqualTo("NaN");
  }

  @Test
  void aSlice() {
    JsonNode slice = json("slice run --points 5 --samples 50 --out slices");
    assertEnvelope(slice, "slice", "alpha", "loss", "accuracy");
    assertThat(slice.at("/values/alpha").toString()).isEqualTo("[-1.0,-0.5,0.0,0.5,1.0]");
    assertThat(slice.at("/values/loss")).hasSize(5).allMatch(JsonNode::isNumber);
    assertThat(slice.at("/cost/forward").asInt()).isEqualTo(5);
  }

  @Test
  void aSurface() {
    JsonNode surface = json("surface run --points 3 --samples 50 --range -1:3 --out surfaces");
    assertEnvelope(surface, "surface", "alpha", "beta", "loss", "accuracy");
    assertThat(surface.at("/values/beta").toString()).isEqualTo("[-1.0,1.0,3.0]");
    assertThat(surface.at("/values/loss")).hasSize(3).allMatch(row -> row.size() == 3);
  }

  @Test
  void eigenvalues() {
    JsonNode hessian = json("hessian run --top 2 --bottom 1 --samples 50 --out spectra");
    assertEnvelope(hessian, "hessian", "top", "bottom");
    assertThat(hessian.at("/values/top")).hasSize(2);
    assertThat(hessian.at("/values/bottom/0").propertyNames())
        .contains("value", "residual", "converged");
    assertThat(hessian.at("/values/top/0/value").asDouble())
        .isGreaterThan(hessian.at("/values/top/1/value").asDouble());
    assertThat(hessian.at("/cost/hvp").asInt()).isPositive();
  }

  /** And whoever analyses twice pays once. */
  @Test
  void anAnalysis() {
    JsonNode analysis = json("analyze run --samples 50 --out analysis");
    assertThat(analysis.at("/outcome").asString()).isEqualTo("converged");
    assertThat(analysis.at("/report").asString()).endsWith("report.html");
    List<String> probes = List.of("gradient", "hessian", "slice", "surface");
    assertThat(analysis.at("/results").size()).isEqualTo(probes.size());
    for (int i = 0; i < probes.size(); i++) {
      assertEnvelope(analysis.at("/results/" + i), probes.get(i));
    }
    assertThat(json("analyze run --samples 50 --out analysis --workers 1")).isEqualTo(analysis);
  }

  @Test
  void whatNeedsNoNetwork() {
    assertThat(json("data list").at("/data/0/name").asString()).isEqualTo("mnist");
    JsonNode digits = json("data info digits");
    assertThat(digits.at("/train/samples").asInt()).isEqualTo(1297);
    assertThat(digits.at("/contentHash").asString()).startsWith("sha256:");
    Path page = here.resolve(json("report run").at("/report").asString());
    assertThat(page).isRegularFile();
  }
}
