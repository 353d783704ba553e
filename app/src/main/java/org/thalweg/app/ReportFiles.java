package org.thalweg.app;

import java.nio.file.Path;
import org.thalweg.figure.Figure;
import org.thalweg.figure.FigureFiles;
import org.thalweg.figure.Figures;
import org.thalweg.report.HtmlReport;
import org.thalweg.store.AtomicFile;
import org.thalweg.store.RunContents;
import org.thalweg.store.RunFolder;
import org.thalweg.store.StoredResult;

/** The pictures and the page of a run folder, made again from what it holds. */
final class ReportFiles {
  private ReportFiles() {}

  /** Writes {@code figures/} and {@code report.html} of a run. */
  static Path write(RunFolder run) {
    return write(run.contents(), run.path());
  }

  /** Writes them elsewhere. */
  static Path write(RunContents contents, Path folder) {
    contents
        .training()
        .ifPresent(training -> write(Figures.ofTraining(training.history()), folder));
    for (StoredResult stored : contents.results()) {
      Figures.of(stored.id(), stored.result()).forEach(figure -> write(figure, folder));
    }
    Path page = folder.resolve("report.html");
    AtomicFile.write(page, out -> new HtmlReport().write(contents, out));
    return page;
  }

  private static void write(Figure figure, Path folder) {
    Path figures = folder.resolve("figures");
    AtomicFile.write(
        figures.resolve(figure.name() + ".png"), out -> out.write(FigureFiles.png(figure)));
    AtomicFile.write(
        figures.resolve(figure.name() + ".svg"), out -> out.write(FigureFiles.svg(figure)));
  }
}
