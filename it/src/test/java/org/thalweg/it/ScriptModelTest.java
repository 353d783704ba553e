package org.thalweg.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.testkit.GoldenCase;
import org.thalweg.testkit.RelativeError;
import tools.jackson.databind.JsonNode;

/** Networks that PyTorch saved, from the command line, against PyTorch's own numbers. */
class ScriptModelTest {
  @TempDir private static Path temporary = Path.of("");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mlp-digits           | npz:data.npz,test=0                     | ",
        "mlp-regression       | npz:data.npz,test=0                     | ",
        "transformer-text     | npz:data.npz,test=0,task=classification | --inputs int",
      })
  void eigenvaluesAreThoseOfPyTorch(String name, String data, String more) {
    GoldenCase golden = GoldenCase.load(name);
    Path here = files(name);
    String command =
        "hessian model.pt --data %s %s --top 2 --bottom 1 --precision float64 --tolerance 1e-4"
            .formatted(data, more == null ? "" : more);
    JsonNode values =
        Thalweg.in(here).run(command.replaceAll(" +", " ") + " --json").ok().json().at("/values");

    double[] top = golden.numbers("hessian_top10");
    RelativeError.atMost(1e-6, "λ₁", values.at("/top/0/value").asDouble(), top[0]);
    RelativeError.atMost(1e-6, "λ₂", values.at("/top/1/value").asDouble(), top[1]);
    double bottom = golden.numbers("hessian_bottom3")[0];
    RelativeError.atMost(1e-6, "λ₋₁", values.at("/bottom/0/value").asDouble(), bottom);
    assertThat(here.resolve("runs/model/report.html")).exists();
  }

  @Test
  void aSurfaceGoesToOtherToolsAndBack() {
    Path here = files("mlp-regression");
    Thalweg.in(here).run("surface model.pt --data npz:data.npz,test=0 --points 5 --out run").ok();
    Thalweg.in(here).run("export run --to h5").ok();
    JsonNode before = Thalweg.in(here).run("import run/export/surface.h5 --json").ok().json();
    assertThat(before.at("/values/loss/2/2").asDouble()).isPositive();
    assertThat(before.at("/values/alpha")).hasSize(5);
  }

  @Test
  void whatIsMissingIsSaid() {
    Path here = files("mlp-digits");
    assertThat(Thalweg.in(here).run("slice model.pt").failed("TW-1001").err()).contains("--data");
    assertThat(Thalweg.in(here).run("slice data.npz --data iris").failed("TW-3005").err())
        .contains("torch.jit.script");
  }

  private static Path files(String name) {
    Path here = Folders.inside(temporary, name);
    for (String file : new String[] {"model.pt", "data.npz"}) {
      String resource = "golden/" + name + "/" + file;
      try (InputStream in = GoldenCase.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IllegalStateException("no resource " + resource);
        }
        if (!Files.exists(here.resolve(file))) {
          Files.copy(in, here.resolve(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return here;
  }
}
