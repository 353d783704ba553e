package org.thalweg.report.study;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.report.EmbeddedNode;
import org.thalweg.report.PageResources;
import org.thalweg.study.design.Study;

/**
 * A study as one HTML page that works from disk, without any network: the question, the claims it
 * decides, the design, numbers by cell with intervals, comparisons, predictors against outcomes,
 * training over time, the landscapes of all cells on common scales, the provenance, and every table
 * as a download.
 *
 * <p>About 5 MB of the page are the plotting library; a study of some hundred trainings adds one or
 * two. Browsers of 2023 or later draw the interactive pictures; older ones, and those without
 * scripts, show the static ones. The same contents give the same bytes on the same machine.
 */
public final class StudyReport {
  private static final List<String> SCRIPTS =
      List.of(
          "plots.js",
          "plots/surface.js",
          "study/comparing.js",
          "study/curves.js",
          "study/planes.js",
          "study/tables.js",
          "page.js");

  private final Template template;
  private final String styles;
  private final String script;
  private final String plotly;

  /** Loads the parts that all pages share; takes about a second. */
  public StudyReport() {
    this.template =
        Mustache.compiler()
            .escapeHTML(true)
            .strictSections(true)
            .withLoader(name -> new StringReader(PageResources.text(name)))
            .compile(PageResources.text("study/study.mustache"));
    this.styles = PageResources.text("report.css") + PageResources.text("study/study.css");
    StringBuilder all = new StringBuilder();
    SCRIPTS.forEach(name -> all.append(PageResources.text(name)));
    this.script = all.toString();
    this.plotly = PageResources.compressedPlotly();
  }

  /** Writes the page in UTF-8; does not close the stream. */
  public void write(StudyContents contents, OutputStream stream) throws IOException {
    Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    template.execute(model(contents), writer);
    writer.flush();
  }

  private Map<String, Object> model(StudyContents contents) {
    Study study = contents.study();
    List<StudyChapter> chapters = StudyFigures.chapters(contents);
    NumberTables numbers = new NumberTables(contents);
    PredictionTables predictions = new PredictionTables(contents);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("title", study.title().isBlank() ? study.name() : study.title());
    model.put("question", study.question());
    model.put("summary", summary(contents));
    model.put("claims", contents.verdicts().stream().map(ClaimView::of).toList());
    model.put("hasClaims", !contents.verdicts().isEmpty());
    model.put("claimCounts", ClaimView.counts(contents.verdicts()));
    model.put("designTables", shown(designTables(contents)));
    model.put("common", DesignView.common(study));
    model.put("notes", shown(List.of(ProgressView.notes(contents))));
    model.put("quantities", shown(List.of(DesignView.quantities(study))));
    model.put("byCell", numbers.byCell());
    model.put("everything", shown(List.of(numbers.everything())));
    model.put("comparisons", shown(List.of(numbers.comparisons())));
    model.put("predictionTables", shown(predictionTables(predictions)));
    model.put("rankings", predictions.rankings());
    model.put("hasPredictions", hasPredictions(contents));
    model.put("first", chapters.stream().filter(StudyChapter::ofCells).toList());
    model.put("later", chapters.stream().filter(chapter -> !chapter.ofCells()).toList());
    model.put("facts", OriginView.facts(contents));
    model.put("text", study.text());
    model.put("hasText", !study.text().isBlank());
    model.put("downloads", Download.of(StudyTables.of(contents)));
    model.put("files", contents.files().stream().map(Download.Beside::of).toList());
    model.put("hasFiles", !contents.files().isEmpty());
    model.put("styles", styles);
    model.put("script", script);
    model.put("scriptHash", PageResources.policyHash(script));
    model.put("data", data(chapters));
    model.put("plotly", plotly);
    return model;
  }

  private static List<String> summary(StudyContents contents) {
    Study study = contents.study();
    String source = study.source().isBlank() ? "" : " Source: " + study.source() + ".";
    return List.of(
        "Study %s at scale %s: %s × %s, on %s.%s"
            .formatted(
                study.name(),
                study.scale().text(),
                Text.count(study.cells().size(), "cell", "cells"),
                Text.count(study.seeds().size(), "seed", "seeds"),
                String.join(", ", DesignView.dataSets(study)),
                source),
        ProgressView.sentence(contents));
  }

  private static List<TableView> designTables(StudyContents contents) {
    Study study = contents.study();
    return List.of(DesignView.factors(study), DesignView.protocol(study), DesignView.probes(study));
  }

  private static List<TableView> predictionTables(PredictionTables predictions) {
    return List.of(predictions.associations(), predictions.agreements(), predictions.scores());
  }

  private static boolean hasPredictions(StudyContents contents) {
    return !contents.analysis().associations().isEmpty()
        || !contents.analysis().agreements().isEmpty()
        || !contents.analysis().scores().isEmpty()
        || !contents.analysis().rankings().isEmpty();
  }

  private static List<TableView> shown(List<TableView> tables) {
    return tables.stream().filter(table -> !table.isEmpty()).toList();
  }

  private static String data(List<StudyChapter> chapters) {
    EmbeddedNode root = EmbeddedNode.root();
    EmbeddedNode results = root.object("results");
    for (StudyChapter chapter : chapters) {
      for (StudyFigure figure : chapter.figures()) {
        figure.data().embed(results.object(figure.figure().name()));
      }
    }
    return root.text();
  }
}
