package org.thalweg.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.thalweg.store.RunContents;

/**
 * A run as one HTML page that works from disk, without any network: interactive plots, the static
 * picture of each behind it, every number with its uncertainty, outcome and cost, and the
 * provenance.
 *
 * <p>The page is about 5 MB, most of it the plotting library. It needs a browser of 2023 or later
 * for the interactive plots; older ones, and those without scripts or WebGL, show the static
 * pictures. The same run gives the same bytes on the same machine. On a machine without fonts the
 * static pictures are left out.
 */
public final class HtmlReport {
  private final Template template;
  private final String styles;
  private final String script;
  private final String plotly;

  /** Loads the parts that all pages share; takes about a second. */
  public HtmlReport() {
    this.template =
        Mustache.compiler()
            .escapeHTML(true)
            .strictSections(true)
            .withLoader(name -> new StringReader(PageResources.text(name)))
            .compile(PageResources.text("report.mustache"));
    this.styles = PageResources.text("report.css");
    this.script =
        PageResources.text("plots.js")
            + Stream.concat(Stream.of(TrainingView.SCRIPT), ResultViews.scripts())
                .map(name -> PageResources.text("plots/" + name))
                .collect(Collectors.joining())
            + PageResources.text("page.js");
    this.plotly = PageResources.compressedPlotly();
  }

  /** Writes the page in UTF-8; does not close the stream. */
  public void write(RunContents run, OutputStream stream) throws IOException {
    Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    template.execute(model(run), writer);
    writer.flush();
  }

  private Map<String, Object> model(RunContents run) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("title", run.title());
    model.put("summary", RunSummary.of(run));
    model.put("keyNumbers", KeyNumber.of(run));
    model.put("chapters", ChapterView.of(run));
    model.put("groups", NumberGroup.of(run));
    model.put("provenances", ProvenanceView.of(run));
    model.put("empty", run.training().isEmpty() && run.results().isEmpty());
    model.put("hasNumbers", !(run.training().isEmpty() && run.results().isEmpty()));
    model.put("styles", styles);
    model.put("script", script);
    model.put("scriptHash", PageResources.policyHash(script));
    model.put("data", EmbeddedData.of(run));
    model.put("plotly", plotly);
    return model;
  }
}
