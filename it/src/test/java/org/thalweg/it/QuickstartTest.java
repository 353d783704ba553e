package org.thalweg.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the first command promises, at full size. */
@Tag("slow")
class QuickstartTest {
  @TempDir private Path temporary = Path.of("");

  @Test
  void trainsMeasuresAndReports() {
    Path here = Folders.inside(temporary, "first");

    JsonNode found = Thalweg.in(here).run("quickstart --json").ok().json();

    assertThat(found.at("/outcome").asString()).isEqualTo("converged");
    JsonNode accuracy = found.at("/training/values/testAccuracy");
    assertThat(accuracy.get(accuracy.size() - 1).asDouble()).isGreaterThanOrEqualTo(0.975);
    JsonNode top = found.at("/results/1/values/top");
    assertThat(top).hasSize(5);
    top.forEach(QuickstartTest::assertGood);
    assertThat(found.at("/results/1/values/bottom"))
        .hasSize(2)
        .allSatisfy(QuickstartTest::assertGood);
    assertThat(found.at("/results/3/values/loss")).hasSize(31).allMatch(row -> row.size() == 31);
    assertThat(found.at("/results/3/provenance/specification/samples").asInt()).isEqualTo(1000);
    assertThat(here.resolve("runs/quickstart/report.html")).isRegularFile();

    Finished again = Thalweg.in(here).run("quickstart");
    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.err()).contains("TW-5002", "--force", "--out");
  }

  private static void assertGood(JsonNode eigenvalue) {
    assertThat(eigenvalue.at("/residual").asDouble())
        .isLessThanOrEqualTo(1e-3 * Math.abs(eigenvalue.at("/value").asDouble()));
  }
}
