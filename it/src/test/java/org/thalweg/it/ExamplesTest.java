package org.thalweg.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs of the README: they run, they find what is known, and the README shows them. */
class ExamplesTest {
  private static final Path ROOT = root();
  private static final Pattern MARKER =
      Pattern.compile("<!-- example: (\\w+) -->\\s*```java\\n(.*?)```", Pattern.DOTALL);

  @TempDir private static Path temporary = Path.of("");

  @Test
  void aFunctionOfOnesOwn() {
    String out = run("OwnFunction");
    assertThat(value(out, "Eigenvalue\\[value=")).isCloseTo(1001.60064, within(1e-3));
    assertThat(value(out.substring(out.indexOf('\n')), "Eigenvalue\\[value="))
        .isCloseTo(0.39936077, within(1e-6));
    assertThat(value(out, "lowest loss along the line, value=")).isCloseTo(0, within(1e-12));
  }

  @Test
  void aNetworkTrainedInCode() {
    String out = run("TrainAndMeasure");
    double sharpest = value(out, "λ 1 \\(largest\\), value=");
    assertThat(sharpest).isGreaterThan(value(out, "λ 2 \\(largest\\), value="));
    assertThat(value(out, "lowest loss on the plane, value="))
        .isLessThan(value(out, "highest loss on the plane, value="))
        .isLessThan(1);
  }

  @Test
  void weightsOfARunFolder() {
    Path here = Folders.inside(temporary, "weights");
    TrainedNetwork.copyInto(here);
    String history = Thalweg.in(here).run("report run --json").ok().out();
    assertThat(history).contains("report.html");
    String out = run("ReadWeights", here.resolve("run").toString());
    assertThat(value(out, "accuracy, value=")).isBetween(0.5, 1.0);
    double recorded = lastTestLoss(here.resolve("run"));
    assertThat(value(out, "name=loss, value=")).isCloseTo(recorded, within(1e-5 * recorded));
  }

  @ParameterizedTest
  @ValueSource(strings = {"OwnFunction", "TrainAndMeasure", "ReadWeights"})
  void isShort(String name) {
    assertThat(source(name).lines().count()).isLessThanOrEqualTo(45);
  }

  /** Without a README there is nothing to compare; with one, it must show an example. */
  @Test
  void theReadmeShowsExactlyThisCode() throws IOException {
    Path readme = ROOT.resolve("README.md");
    if (!Files.exists(readme)) {
      return;
    }
    Matcher shown = MARKER.matcher(Files.readString(readme));
    int found = 0;
    while (shown.find()) {
      found++;
      assertThat(shown.group(2).strip()).as(shown.group(1)).isEqualTo(body(shown.group(1)));
    }
    assertThat(found).as("examples between <!-- example: Name --> and a fence").isPositive();
  }

  /** The source as the README shows it: without the package. */
  private static String body(String name) {
    String source = source(name);
    return source.substring(source.indexOf(';') + 1).strip();
  }

  private static String source(String name) {
    try {
      return Files.readString(
          ROOT.resolve("it/src/test/java/org/thalweg/it/example/" + name + ".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String run(String name, String... arguments) {
    Path here = Folders.inside(temporary, name);
    return Thalweg.in(here)
        .instead("org.thalweg.it.example." + name)
        .run(List.of(arguments))
        .ok()
        .out();
  }

  private static double value(String text, String before) {
    Matcher matcher = Pattern.compile(before + "(-?[0-9.Ee+-]+)").matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return Double.parseDouble(matcher.group(1));
  }

  private static double lastTestLoss(Path run) {
    try {
      List<String> lines = Files.readAllLines(run.resolve("tables/training.csv"));
      int column = List.of(lines.get(0).split(",")).indexOf("testLoss");
      return Double.parseDouble(lines.get(lines.size() - 1).split(",", -1)[column]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (here != null && !Files.exists(here.resolve("ARCHITECTURE.md"))) {
      here = here.getParent();
    }
    if (here == null) {
      throw new IllegalStateException("ARCHITECTURE.md is not above the working directory");
    }
    return here;
  }
}
