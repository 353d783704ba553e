package org.thalweg.report.study;

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
import org.thalweg.report.Chromium;

/** The page of a study in a real browser, from disk. */
@Tag("browser")
class StudyInBrowserTest {
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
    Path builds = Files.createDirectories(Path.of("target", "browser").toAbsolutePath());
    scratch = Files.createTempDirectory(builds, "study");
  }

  @Test
  void everyPictureIsDrawnAndStrangeTextDoesNothing() throws Exception {
    StudyContents contents = SampleStudies.strange(text -> StudyReportTest.NASTY + text);
    Chromium.Loaded loaded = load(contents, SOFTWARE_WEBGL);
    assertReady(loaded, pictures(contents), pictures(contents));
    assertThat(loaded.document())
        .contains("class=\"contourlevel\"", "class=\"heatmaplayer", "class=\"errorbar\"")
        .doesNotContain("data-broken");
  }

  @Test
  void withoutWebGlTheSurfacesStayAPicture() throws Exception {
    StudyContents contents = SampleStudies.single();
    int all = pictures(contents);
    assertReady(load(contents, "--disable-gpu", "--disable-3d-apis"), all - 1, all);
  }

  @Test
  void aStudyWithoutNumbersIsAPageToo() throws Exception {
    assertReady(load(SampleStudies.failed()), 0, 0);
  }

  private static int pictures(StudyContents contents) {
    return StudyFigures.chapters(contents).stream()
        .mapToInt(chapter -> chapter.figures().size())
        .sum();
  }

  private Chromium.Loaded load(StudyContents contents, String... options) throws Exception {
    Path page = scratch.resolve("study.html");
    Files.writeString(page, StudyReportTest.page(contents));
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
}
