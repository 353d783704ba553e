package org.thalweg.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.figure.FigureFiles;
import org.thalweg.figure.Figures;
import org.thalweg.figure.SampleResults;

/** A machine without a single font, as many containers are. */
@EnabledOnOs(OS.LINUX)
class MissingFontsTest {

  @TempDir Path empty;

  @Test
  void picturesFailWithACodeAndTheReportDoesWithoutThem() throws Exception {
    Path configuration = empty.resolve("fonts.conf");
    Files.writeString(
        configuration,
        "<?xml version=\"1.0\"?><fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>"
            .formatted(empty, empty.resolve("cache")));
    Path output = empty.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.awt.headless=true",
            "-Duser.home=" + empty,
            "-cp",
            System.getProperty("java.class.path"),
            Painter.class.getName(),
            empty.resolve("report.html").toString());
    builder.environment().put("FONTCONFIG_FILE", configuration.toString());
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    assertThat(Files.readString(empty.resolve("report.html")))
        .contains(ErrorCode.FONTS_MISSING.id(), "fonts-dejavu-core")
        .contains("data-kind=\"slice\"")
        .doesNotContain("<img class=\"static\"");
  }

  /** Runs in a Java of its own, because fonts are looked for once. */
  static final class Painter {
    private Painter() {}

    public static void main(String[] arguments) throws Exception {
      String message = "painted";
      try {
        FigureFiles.png(Figures.of("slice", SampleResults.slice(3)).get(0));
      } catch (ThalwegException e) {
        message = String.valueOf(e.getMessage());
      }
      ByteArrayOutputStream page = new ByteArrayOutputStream();
      new HtmlReport().write(SampleRuns.of("slice", SampleResults.slice(3)), page);
      Files.writeString(Path.of(arguments[0]), message + page.toString(StandardCharsets.UTF_8));
    }
  }
}
