package org.thalweg.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.array.Npz;
import org.thalweg.array.NumericArray;
import org.thalweg.testkit.GoldenCase;
import org.thalweg.testkit.RelativeError;

/** The programs of {@code samples/}: they run, and they find what is known otherwise. */
class SamplesTest {
  private static final String LARGEST = "λ 1 \\(largest\\), value=";

  @TempDir private static Path temporary = Path.of("");

  /** The Hessian at the minimum is diag(2, 20). */
  @Test
  void ownFunction() {
    String out = run("Sample01OwnFunction").out();
    assertThat(value(out, "largest Eigenvalue\\[value=")).isCloseTo(20, within(1e-7));
    assertThat(value(out, "smallest Eigenvalue\\[value=")).isCloseTo(2, within(1e-7));
    assertThat(value(out, "lowest loss along the line, value=")).isCloseTo(0, within(1e-12));
    assertThat(out).contains("differences of gradients");
  }

  @Test
  void builtInNetwork() {
    String out = run("Sample02BuiltInNetwork").out();
    assertThat(value(out, LARGEST)).isPositive();
    assertThat(value(out, "lowest loss along the line, value=")).isLessThan(1);
  }

  @Test
  void torchScript() throws IOException {
    GoldenCase golden = GoldenCase.load("mlp-digits");
    Path here = Folders.inside(temporary, "script");
    Files.write(here.resolve("model.pt"), golden.script());
    Map<String, NumericArray> data = new LinkedHashMap<>();
    data.put("x", golden.x());
    data.put("y", golden.y());
    write(here.resolve("data.npz"), data);
    String out = run("Sample03TorchScript", "model.pt", "npz:data.npz,test=0").out();
    RelativeError.atMost(
        1e-6, "λ₁", value(out, "largest Eigenvalue\\[value="), golden.numbers("hessian_top10")[0]);
    String last = golden.weights().keySet().stream().reduce((one, next) -> next).orElseThrow();
    assertThat(run("Sample03TorchScript", "model.pt", "npz:data.npz,test=0", last).out())
        .contains("name=" + last)
        .doesNotContain("name=" + golden.weights().keySet().iterator().next());
  }

  /** Untrained, it answers with about equal shares: the loss is near ln 10. */
  @Test
  void ownLibtorchModule() {
    String out = run("Sample04OwnLibtorchModule").out();
    assertThat(value(out, "name=loss, value=")).isCloseTo(Math.log(10), within(1.0));
    assertThat(value(out, LARGEST)).isGreaterThan(value(out, "λ −1 \\(smallest\\), value="));
  }

  @Test
  void fromDjl() throws IOException {
    Path here = Folders.inside(temporary, "djl");
    TrainedNetwork.copyInto(here);
    Map<String, NumericArray> ours = Npz.read(here.resolve("run/weights/final.npz"));
    Map<String, NumericArray> theirs = new LinkedHashMap<>();
    theirs.put("02Linear_weight", Objects.requireNonNull(ours.get("net.0.weight")));
    theirs.put("02Linear_bias", Objects.requireNonNull(ours.get("net.0.bias")));
    theirs.put("04Linear_weight", Objects.requireNonNull(ours.get("net.2.weight")));
    theirs.put("04Linear_bias", Objects.requireNonNull(ours.get("net.2.bias")));
    write(here.resolve("djl.npz"), theirs);
    String out =
        Thalweg.in(here).instead("samples.Sample05FromDjl").run(List.of("djl.npz")).ok().out();
    assertThat(out).contains("04Linear_weight is net.2.weight");
    double known =
        Thalweg.in(here)
            .run("hessian run --top 1 --bottom 0 --json")
            .ok()
            .json()
            .at("/values/top/0/value")
            .asDouble();
    assertThat(value(out, "largest Eigenvalue\\[value=")).isCloseTo(known, within(1e-3 * known));
  }

  @Test
  void readRunFolderWithoutLibtorch() {
    Path here = Folders.inside(temporary, "folder");
    TrainedNetwork.copyInto(here);
    Thalweg.in(here).run("slice run --points 5 --samples 50").ok();
    Path log = here.resolveSibling("classes.log");
    String out =
        Thalweg.in(here)
            .instead("samples.Sample06ReadRunFolder")
            .with("-Xlog:class+load:file=" + log)
            .run(List.of("run"))
            .ok()
            .out();
    assertThat(out).contains("net.2.bias [10]", "lowest loss along the line", "data sha256:");
    assertThat(log).content().contains("samples.Sample06").doesNotContain("org.bytedeco");
  }

  private static Finished run(String name, String... arguments) {
    Path here = Folders.inside(temporary, arguments.length == 0 ? name : "script");
    return Thalweg.in(here).instead("samples." + name).run(List.of(arguments)).ok();
  }

  private static double value(String text, String before) {
    Matcher matcher = Pattern.compile(before + "(-?[0-9.Ee+-]+)").matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return Double.parseDouble(matcher.group(1));
  }

  private static void write(Path file, Map<String, NumericArray> arrays) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      Npz.write(arrays, out);
    }
  }
}
