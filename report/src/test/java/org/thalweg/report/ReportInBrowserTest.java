package org.thalweg.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.thalweg.figure.SampleResults;
import org.thalweg.store.RunContents;

/**
 * The report in a real browser, from disk. Skipped where no Chromium is installed, unless {@code
 * THALWEG_REQUIRE_BROWSER=1}.
 */
@Tag("browser")
class ReportInBrowserTest {
  private static final String[] SOFTWARE_WEBGL = {
    "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"
  };

  /** Advice of the browser about speed, not about faults. */
  private static final Pattern HARMLESS = Pattern.compile("willReadFrequently|GPU stall|GL Driver");

  private Path scratch = Path.of("");
  private Chromium chromium;

  @BeforeEach
  void findBrowser() throws IOException {
    Optional<Chromium> found = Chromium.find();
    boolean required = "1".equals(System.getenv("THALWEG_REQUIRE_BROWSER"));
    assumeTrue(
        found.isPresent() || required,
        "no Chromium on the PATH: the report was not tried in a browser");
    chromium = found.orElseThrow();
    // Not a temporary folder: a browser may still write to its profile when the test is over.
    Path builds = Files.createDirectories(Path.of("target", "browser").toAbsolutePath());
    scratch = Files.createTempDirectory(builds, "report");
  }

  @Test
  void everyPlotIsDrawnAndNoErrorIsLogged() throws Exception {
    Chromium.Loaded loaded = load(SampleRuns.full("cnn:16,16 on mnist"), SOFTWARE_WEBGL);
    assertReady(loaded, SampleRuns.PLOTS, SampleRuns.PLOTS);
    // What Plotly leaves behind only after it has really drawn.
    assertThat(count(loaded, "class=\"main-svg\"")).isGreaterThanOrEqualTo(6);
    assertThat(count(loaded, "<canvas")).isGreaterThanOrEqualTo(1);
    assertThat(loaded.document()).contains("class=\"contourlevel\"", "class=\"heatmaplayer");
    assertThat(
            Pattern.compile("<img class=\"static\"[^>]*hidden=\"\"")
                .matcher(loaded.document())
                .results()
                .count())
        .isEqualTo(SampleRuns.PLOTS);
  }

  @Test
  void withoutWebGlTheSurfaceStaysAPicture() throws Exception {
    Chromium.Loaded loaded =
        load(SampleRuns.full("without WebGL"), "--disable-gpu", "--disable-3d-apis");
    assertReady(loaded, SampleRuns.PLOTS - SampleRuns.HEIGHTS, SampleRuns.PLOTS);
    assertThat(loaded.document()).contains("this browser offers no WebGL");
  }

  @Test
  void whereTheScriptMayNotRunThePicturesAreStatic() throws Exception {
    String page = HtmlReportTest.page(SampleRuns.full("without scripts"));
    // A wrong hash in the policy stops the script, as a browser without scripts would.
    String locked = page.replaceFirst("'sha256-[^']*' blob:", "'sha256-" + "A".repeat(43) + "='");
    Chromium.Loaded loaded = load(locked);
    assertThat(loaded.document())
        .contains("<img class=\"static\"")
        .doesNotContain("data-state")
        .doesNotContainPattern("<img class=\"static\"[^>]*hidden")
        .doesNotContainPattern("<div class=\"plot\"(?![^>]*hidden)");
  }

  @Test
  void resultsWithoutNumbersDrawEmptyPlots() throws Exception {
    assertReady(
        load(
            SampleRuns.of("surface", SampleResults.surface(4, (a, b) -> Double.NaN)),
            SOFTWARE_WEBGL),
        1,
        2);
    assertReady(load(SampleRuns.of("slice", SampleResults.slice(1)), SOFTWARE_WEBGL), 1, 1);
    assertReady(load(SampleRuns.empty(), SOFTWARE_WEBGL), 0, 0);
  }

  @Test
  void strangeTextDoesNothing() throws Exception {
    String nasty = "</title><script>document.body.dataset.broken='1'</script>\"'<img src=x>";
    Chromium.Loaded loaded = load(SampleRuns.full(nasty), SOFTWARE_WEBGL);
    assertReady(loaded, SampleRuns.PLOTS, SampleRuns.PLOTS);
    assertThat(loaded.document()).doesNotContain("data-broken");
  }

  private Chromium.Loaded load(RunContents run, String... options) throws Exception {
    return load(HtmlReportTest.page(run), options);
  }

  private Chromium.Loaded load(String html, String... options) throws Exception {
    Path page = scratch.resolve("report.html");
    Files.writeString(page, html);
    return chromium.load(page, scratch, options);
  }

  private static void assertReady(Chromium.Loaded loaded, int drawn, int total) {
    assertThat(loaded.consoleLines()).allMatch(line -> HARMLESS.matcher(line).find(), "harmless");
    assertThat(loaded.document())
        .contains("data-state=\"ready\"")
        .contains("data-errors=\"0\"")
        .contains("data-plots-drawn=\"" + drawn + "\"")
        .contains("data-plots-total=\"" + total + "\"");
  }

  private static int count(Chromium.Loaded loaded, String part) {
    return loaded.document().split(Pattern.quote(part), -1).length - 1;
  }
}
