package org.thalweg.report.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.thalweg.report.PageResources;
import org.thalweg.study.design.Quantity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StudyReportTest {
  private static final StudyReport REPORT = new StudyReport();
  private static final String ARCHITECTURES = page(SampleStudies.architectures());
  static final String NASTY =
      "</script><script>document.body.dataset.broken='1'</script>\"'<img src=x onerror=alert(1)>&{{x}}";

  @Test
  void theClaimsStandFirstAfterTheQuestion() {
    String page = ARCHITECTURES;
    int question = page.indexOf("Are deep and residual networks flatter");
    int claims = page.indexOf("<h2 id=\"chapter-claims\">");
    assertThat(question).isPositive().isLessThan(claims);
    for (String later : List.of("design", "numbers", "cells", "predictions", "provenance")) {
      assertThat(page.indexOf("<section class=\"chapter\" id=\"" + later)).isGreaterThan(claims);
    }
    assertThat(page)
        .contains("1 supported, 1 contradicted, 1 undecided, 1 not measured.")
        .contains("✓</span> supported", "✗</span> contradicted", "?</span> undecided")
        .contains("rule, stated before looking", "sharpness: deep &lt; shallow (level 0.05)")
        .contains("0.28 [0.19, 0.41]", "5 seeds (1 missing)");
  }

  @Test
  void designProgressAndFailuresAreTold() {
    String page = ARCHITECTURES;
    assertThat(page)
        .contains("Study r1-architectures at scale quick: 4 cells × 5 seeds, on sine. Source: R1.")
        .contains("19 of 20 trainings complete, 1 failed; 16 of 16 pairs measured.")
        .contains("training diverged: the loss is not finite after 12 steps")
        .contains("<dt>learning rate</dt><dd>0.01</dd>")
        .contains("net residual")
        .contains("final weights of two seeds; at most 4 pairs in each cell");
  }

  @Test
  void meansOfTheTableAreThoseOfTheObservations() {
    StudyContents contents = SampleStudies.architectures();
    double mean =
        contents.observations().trials().stream()
            .filter(trial -> trial.levels().containsValue("deep"))
            .mapToDouble(trial -> trial.value("lambda_max"))
            .average()
            .orElseThrow();
    assertThat(ARCHITECTURES).contains(">" + Text.number(mean) + "<small>");
  }

  @Test
  void everyPictureHasDataAndWordsForThoseWhoCannotSeeIt() {
    String page = withoutPlotly(ARCHITECTURES);
    JsonNode results = data(page).at("/results");
    Matcher figures =
        Pattern.compile("<figure data-kind=\"(\\w+)\" data-result=\"([^\"]+)\"").matcher(page);
    int count = 0;
    while (figures.find()) {
      assertThat(results.has(figures.group(2))).as(figures.group(2)).isTrue();
      count++;
    }
    // Ten quantities, two associations, the matrix, three series, and the landscapes.
    assertThat(count).isEqualTo(results.size()).isEqualTo(10 + 2 + 1 + 3 + 7);
    Matcher images = Pattern.compile("<img [^>]*>").matcher(page);
    int pictures = 0;
    while (images.find()) {
      assertThat(images.group()).containsPattern("alt=\"[^\"]{20,}\"");
      pictures++;
    }
    assertThat(pictures).isEqualTo(count);
  }

  @Test
  void everyTableIsADownloadAndEveryFileBesideThePageALink() {
    String page = ARCHITECTURES;
    for (String name :
        List.of("trials", "pairs", "series", "cells", "comparisons", "correlations", "claims")) {
      assertThat(page)
          .contains("<button type=\"button\" class=\"download\" data-file=\"" + name + ".csv\">")
          .contains("class=\"table\" data-file=\"" + name + ".csv\">H4sI");
    }
    assertThat(page).contains("<a href=\"./results%20of%20the%20study.csv\">");
  }

  @Test
  void nothingIsFetchedFromAnywhereAndOnlyOneScriptMayRun() {
    String page = withoutPlotly(ARCHITECTURES);
    assertThat(addresses(page))
        .isNotEmpty()
        .allMatch(
            each -> each.startsWith("data:") || each.startsWith("#") || each.startsWith("./"));
    assertThat(page).doesNotContain("@import").doesNotContain("url(");
    int start = page.lastIndexOf("<script>") + "<script>".length();
    String script = page.substring(start, page.indexOf("</script>", start));
    assertThat(page)
        .contains("default-src 'none'; script-src " + PageResources.policyHash(script) + " blob:");
  }

  @Test
  void strangeTextStaysText() {
    String page = withoutPlotly(page(SampleStudies.strange(text -> NASTY + text)));
    String plain = withoutPlotly(page(SampleStudies.strange(text -> text)));
    assertThat(page).doesNotContain("<img src=x").doesNotContain("dataset.broken='1'</script>");
    assertThat(count(page, "<script")).isEqualTo(count(plain, "<script"));
    assertThat(addresses(page))
        .allMatch(
            each -> each.startsWith("data:") || each.startsWith("#") || each.startsWith("./"));
    assertThat(data(page).toString()).contains("dataset.broken");
    // Template marks in a name are not expanded.
    assertThat(page).contains("&amp;{{x}}shallow");
  }

  @Test
  void whatIsMissingIsLeftOut() {
    assertThat(page(SampleStudies.pending()))
        .contains("No claim is decided by this study.")
        .contains("0 of 20 trainings complete, 20 not run yet.")
        .doesNotContain("data-kind=\"values\"")
        .doesNotContain("data-kind=\"planes\"");
    assertThat(page(SampleStudies.failed()))
        .contains("0 of 8 trainings complete, 8 failed.")
        .contains("the loss is not finite")
        .doesNotContain("data-kind=\"values\"");
    assertThat(page(SampleStudies.single()))
        .contains("1 cell × 1 seed")
        .contains("data-kind=\"values\"")
        .doesNotContain("data-kind=\"curveMultiples\"");
  }

  @Test
  @Tag("slow")
  void aLargeStudyStaysBelowEightMegabytes() {
    StudyContents large =
        SampleStudies.optimizers(
            List.of("mlp-32", "mlp-64", "mlp-128", "cnn-16", "cnn-32", "cnn-64"), 20);
    assertThat(large.observations().trials()).hasSize(360);
    assertThat(page(large).length()).isLessThan(8_000_000);
  }

  @Test
  void theSameContentsGiveTheSameBytes() {
    assertThat(page(SampleStudies.single()).equals(page(SampleStudies.single()))).isTrue();
  }

  @Test
  void everyQuantityIsExplained() {
    StudyContents contents = SampleStudies.architectures();
    for (Quantity quantity : contents.study().quantities()) {
      assertThat(ARCHITECTURES).contains(">" + quantity.name() + "</th>");
    }
  }

  static String page(StudyContents contents) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      REPORT.write(contents, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
