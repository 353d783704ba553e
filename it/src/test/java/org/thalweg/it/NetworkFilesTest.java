package org.thalweg.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.array.Npz;
import org.thalweg.array.NumericArray;
import org.thalweg.array.Safetensors;
import tools.jackson.databind.JsonNode;

/** A trained network leaves as a file, and files are measured as the network is. */
class NetworkFilesTest {
  private static final String NET = " --net mlp:32 --data digits";
  private static final String HESSIAN = "hessian %s --top 2 --bottom 0 --samples 200 --json";

  @TempDir private static Path temporary = Path.of("");

  private static Path here = Path.of("");
  private static double[] expected = {};

  @BeforeAll
  static void measureTheRunItself() {
    here = Folders.inside(temporary, "files");
    TrainedNetwork.copyInto(here);
    expected = eigenvalues("run --out of-run");
  }

  @ParameterizedTest
  @CsvSource({
    "torchscript, model.pt, --data digits",
    "safetensors, weights.safetensors, --net mlp:32 --data digits",
    "weights, weights.npz, --net mlp:32 --data digits"
  })
  void measuresTheSameAsTheRun(String format, String file, String options) {
    Path folder = here.resolve("export-" + format);
    Finished written = Thalweg.in(here).run("export run --to " + format + " --out " + folder).ok();
    assertThat(written.out()).contains(file);
    assertThat(Folders.names(folder)).containsExactly("", file);
    double[] found = eigenvalues(folder.resolve(file) + " " + options + " --out of-" + format);
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i]).isCloseTo(expected[i], within(1e-4 * expected[0]));
    }
    assertThat(
            Thalweg.in(here)
                .run("export run --to " + format + " --out " + folder)
                .failed("TW-5002")
                .err())
        .contains("--force");
  }

  @Test
  void aSnapshotHasItsOwnName() {
    Thalweg.in(here).run("export run@1 --to safetensors").ok();
    Map<String, NumericArray> first =
        Safetensors.read(here.resolve("run/export/weights@1.safetensors"));
    assertThat(first.keySet())
        .containsExactly("net.0.weight", "net.0.bias", "net.2.weight", "net.2.bias");
    Map<String, NumericArray> last = Npz.read(here.resolve("run/weights/final.npz"));
    assertThat(bias(first)).hasSize(32).isNotEqualTo(bias(last));
  }

  @Test
  void namesOfPyTorchAreUnderstood() throws IOException {
    Map<String, NumericArray> weights = Npz.read(here.resolve("run/weights/final.npz"));
    Map<String, NumericArray> renamed = new LinkedHashMap<>();
    renamed.put("fc2.bias", weights.get("net.2.bias"));
    renamed.put("fc2.weight", weights.get("net.2.weight"));
    renamed.put("fc1.bias", weights.get("net.0.bias"));
    renamed.put("fc1.weight", weights.get("net.0.weight"));
    write("renamed.npz", renamed);
    assertThat(eigenvalues("renamed.npz" + NET + " --out of-renamed")).isEqualTo(expected);
    assertThat(here.resolve("of-renamed/results/hessian.json"))
        .content()
        .contains("namesInFile", "fc2.weight");
  }

  @Test
  void whatDoesNotFitIsListed() throws IOException {
    Map<String, NumericArray> weights =
        new LinkedHashMap<>(Npz.read(here.resolve("run/weights/final.npz")));
    weights.put("net.9.weight", NumericArray.of(new double[2], 2));
    weights.put("net.0.bias", NumericArray.of(new double[3], 3));
    weights.remove("net.2.bias");
    write("other.npz", weights);
    String error =
        Thalweg.in(here).run("hessian other.npz" + NET + " --out new").failed("TW-3002").err();
    assertThat(error)
        .contains("net.2.bias is missing")
        .contains("net.9.weight is unknown")
        .contains("net.0.bias has shape [3] instead of [32]");
    assertThat(here.resolve("new")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hessian run/weights/final.npz --net mlp:32              | TW-1003 | --data mnist",
        "hessian run/weights/final.npz --activation tanh --data digits | TW-1003 | --net",
        "hessian run/weights/final.npz --net mlp:32 --data digits --inputs int | TW-1003 | --net",
        "hessian run/weights/final.npz --data digits             | TW-3005 | --net",
        "hessian run/weights/final.npz --net mlq:32 --data digits | TW-3001 | mlp:256",
        "hessian nothing.npz --net mlp:32 --data digits          | TW-5001 | path",
        "hessian run/manifest.json --net mlp:32 --data digits    | TW-2003 | safetensors",
        "export run --to onnx                                    | TW-1002 | torchscript",
        "export run@77 --to torchscript                          | TW-1002 | snapshot",
      })
  void whatCannotBeMeantIsSaid(String command, String code, String next) {
    assertThat(Thalweg.in(here).run(command.strip()).failed(code).err()).contains(next);
  }

  private static double[] bias(Map<String, NumericArray> weights) {
    return Objects.requireNonNull(weights.get("net.0.bias")).toDoubles();
  }

  private static double[] eigenvalues(String model) {
    JsonNode top = Thalweg.in(here).run(HESSIAN.formatted(model)).ok().json().at("/values/top");
    return top.valueStream().mapToDouble(one -> one.get("value").asDouble()).toArray();
  }

  private static void write(String name, Map<String, NumericArray> arrays) throws IOException {
    try (OutputStream out = Files.newOutputStream(here.resolve(name))) {
      Npz.write(arrays, out);
    }
  }
}
