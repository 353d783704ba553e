package org.thalweg.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.thalweg.figure.SampleResults;
import org.thalweg.result.Cost;
import org.thalweg.result.Grid;
import org.thalweg.result.Outcome;
import org.thalweg.result.SliceResult;
import org.thalweg.result.SurfaceResult;
import org.thalweg.result.TrainingHistory;
import org.thalweg.result.Values;
import org.thalweg.store.RunContents;
import org.thalweg.store.StoredTraining;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HtmlReportTest {
  private static final HtmlReport REPORT = new HtmlReport();
  private static final String NASTY = "</script><script>alert(\"1\")</script>' onload='x & <b>";

  @Test
  void titleNumbersCostsAndProvenanceAreThere() throws IOException {
    String page = page(SampleRuns.full("cnn:16,16 on mnist"));
    assertThat(page)
        .startsWith("<!DOCTYPE html>")
        .contains("<html lang=\"en\">")
        .contains("<title>cnn:16,16 on mnist</title>")
        .contains("Trained for 6 epochs (2820 steps, 18 s); how it ended: converged.")
        .contains("residual ‖Hv − λv‖")
        .contains("standard error over samples")
        .contains("budget exhausted")
        .contains("800 Hessian-vector products, 60 s")
        .contains("961 forward passes, 12.5 s")
        .contains("<dd>cnn:16,16</dd>")
        .contains("0123456789abcdef");
    // Every eigenvalue has its row.
    assertThat(page).contains(">31.25<", ">18.9<", ">12.4<", ">7.7<", ">5.1<", ">−2.3<", ">−0.9<");
  }

  @Test
  void everyPictureHasWordsForThoseWhoCannotSeeIt() throws IOException {
    String page = withoutPlotly(page(SampleRuns.full("run")));
    Matcher images = Pattern.compile("<img [^>]*>").matcher(page);
    int count = 0;
    while (images.find()) {
      assertThat(images.group()).containsPattern("alt=\"[^\"]{20,}\"");
      count++;
    }
    assertThat(count).isEqualTo(SampleRuns.PLOTS);
  }

  @Test
  void nothingIsFetchedFromAnywhere() throws IOException {
    String page = withoutPlotly(page(SampleRuns.full("run")));
    assertThat(addresses(page))
        .isNotEmpty()
        .allMatch(address -> address.startsWith("data:") || address.startsWith("#"));
    assertThat(page).doesNotContain("@import").doesNotContain("url(");
    assertThat(page).contains("default-src 'none'");
    assertThat(page).contains("<noscript>");
  }

  @Test
  void theScriptIsTheOneThatThePolicyAllows() throws Exception {
    String page = page(SampleRuns.empty());
    int start = page.lastIndexOf("<script>") + "<script>".length();
    String script = page.substring(start, page.indexOf("</script>", start));
    assertThat(page).contains("script-src " + PageResources.policyHash(script) + " blob:");
  }

  @Test
  void strangeTextStaysText() throws IOException {
    SliceResult slice = SampleResults.slice(5);
    SliceResult nasty =
        new SliceResult(
            NASTY,
            slice.alpha(),
            slice.loss(),
            slice.lossStandardError(),
            slice.accuracy(),
            Outcome.CONVERGED,
            Cost.NONE);
    RunContents run =
        new RunContents(
            NASTY,
            Optional.of(new StoredTraining(SampleResults.training(), SampleRuns.provenance(NASTY))),
            List.of(SampleRuns.stored("slice", nasty)));
    String page = withoutPlotly(page(run));
    assertThat(page).doesNotContain("alert(\"1\")").doesNotContain("<b>");
    assertThat(count(page, "<script")).isEqualTo(3);
    assertThat(data(page).at("/results/slice/direction").asString()).isEqualTo(NASTY);
  }

  @Test
  void theDataAreCompleteAndNotFiniteNumbersAreStrings() throws IOException {
    SurfaceResult surface =
        SampleResults.surface(
            4, (a, b) -> a < -0.9 ? Double.NaN : b < -0.9 ? Double.POSITIVE_INFINITY : a + 2 * b);
    JsonNode data = data(page(SampleRuns.of("surface-2", surface)));
    JsonNode loss = data.at("/results/surface-2/loss");
    assertThat(loss.at("/0/2").asString()).isEqualTo("NaN");
    assertThat(loss.at("/2/0").asString()).isEqualTo("Infinity");
    // [alpha][beta], bit for bit.
    assertThat(loss.at("/3/1").asDouble()).isEqualTo(surface.loss().get(3, 1));
    assertThat(data.at("/results/surface-2/alpha/3").asDouble()).isEqualTo(1);
  }

  @Test
  void thePlottingLibraryIsEmbeddedOnceAndWhole() throws IOException {
    String page = page(SampleRuns.onlyTraining());
    Matcher packed =
        Pattern.compile("<script type=\"text/plain\" id=\"plotly\">([^<]*)</script>").matcher(page);
    assertThat(packed.find()).isTrue();
    byte[] bytes = Base64.getDecoder().decode(packed.group(1));
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      String source = new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(source).hasSizeGreaterThan(1_000_000).contains("plotly.js v3");
    }
    assertThat(packed.find()).isFalse();
  }

  @Test
  void whatIsMissingIsLeftOut() throws IOException {
    assertThat(page(SampleRuns.empty()))
        .contains("neither a training nor a measurement")
        .doesNotContain("<figure")
        .doesNotContain("<table");
    assertThat(page(SampleRuns.onlyTraining()))
        .contains("Nothing was measured.")
        .contains("data-kind=\"training\"")
        .doesNotContain("data-kind=\"surface\"");
    assertThat(page(SampleRuns.of("slice", SampleResults.slice(7))))
        .contains("Not trained in this run.")
        .contains("data-kind=\"slice\"");
  }

  @Test
  void degenerateResultsMakeAPageToo() throws IOException {
    Grid none = new Grid(0, 0, Values.of());
    SurfaceResult empty =
        new SurfaceResult(
            List.of(),
            Values.of(),
            Values.of(),
            none,
            none,
            none,
            Double.NaN,
            Outcome.CANCELLED,
            Cost.NONE);
    for (RunContents run :
        List.of(
            SampleRuns.of("surface", SampleResults.surface(3, (a, b) -> Double.NaN)),
            SampleRuns.of("surface", SampleResults.surface(1)),
            SampleRuns.of("surface", empty),
            SampleRuns.of("slice", SampleResults.slice(1)),
            SampleRuns.of("slice", SampleResults.slice(0)),
            new RunContents(
                "an empty training",
                Optional.of(
                    new StoredTraining(
                        new TrainingHistory(List.of(), Outcome.NON_FINITE, Cost.NONE),
                        SampleRuns.provenance("train"))),
                List.of()))) {
      assertThat(page(run)).contains("<figure").endsWith("</html>\n");
    }
  }

  @Test
  void theSameRunGivesTheSameBytes() throws IOException {
    assertThat(page(SampleRuns.full("run")).equals(page(SampleRuns.full("run")))).isTrue();
  }

  static String page(RunContents run) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    REPORT.write(run, bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static JsonNode data(String page) {
    String start = "<script type=\"application/json\" id=\"data\">";
    int from = page.indexOf(start) + start.length();
    return JsonMapper.shared().readTree(page.substring(from, page.indexOf("</script>", from)));
  }

  private static String withoutPlotly(String page) {
    return page.replaceFirst("(?<=id=\"plotly\">)[^<]*", "");
  }

  private static List<String> addresses(String page) {
    Matcher matcher = Pattern.compile("\\b(?:src|href|action)\\s*=\\s*\"([^\"]*)\"").matcher(page);
    List<String> addresses = new ArrayList<>();
    while (matcher.find()) {
      addresses.add(matcher.group(1));
    }
    return addresses;
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
