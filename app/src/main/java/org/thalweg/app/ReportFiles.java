package org.thalweg.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.thalweg.error.ThalwegException;
import org.thalweg.figure.Figure;
import org.thalweg.figure.FigureFiles;
import org.thalweg.figure.Figures;
import org.thalweg.report.HtmlReport;
import org.thalweg.result.Outcome;
import org.thalweg.store.AtomicFile;
import org.thalweg.store.RunContents;
import org.thalweg.store.RunFolder;
import org.thalweg.store.StoredResult;

/** The pictures and the page of a run folder, made again from what it holds. */
final class ReportFiles {
  private static final String PAGE = "report.html";

  private ReportFiles() {}

  /** Writes them after a measurement, unless it was stopped: then there is nothing new to show. */
  static Measured after(Measured measured, RunFolder run) {
    if (measured.result().outcome() != Outcome.CANCELLED) {
      write(run);
    }
    return measured;
  }

  /**
   * Writes {@code figures/} and {@code report.html} of a run whose numbers are stored.
   *
   * @throws ThalwegException with the code of whatever went wrong, saying that the numbers are safe
   */
  static Path write(RunFolder run) {
    try {
      return write(run.contents(), run.path());
    } catch (ThalwegException e) {
      if (!RunFolder.exists(run.path())) {
        throw e; // someone has removed the folder under our feet
      }
      throw ThalwegException.of(e.code())
          .expected(e.expected())
          .found(e.found())
          .because(e)
          .next(
              "%s. The numbers are safe in %s; only the report is missing: thalweg report %s"
                  .formatted(e.next(), run.path(), run.path()));
    }
  }

  /** Writes them elsewhere. */
  static Path write(RunContents contents, Path folder) {
    contents
        .training()
        .ifPresent(training -> write(Figures.ofTraining(training.history()), folder));
    for (StoredResult stored : contents.results()) {
      Figures.of(stored.id(), stored.result()).forEach(figure -> write(figure, folder));
    }
    Path page = page(folder);
    byte[] html = html(contents);
    AtomicFile.write(page, out -> out.write(html));
    return page;
  }

  /** In memory first, so that what goes wrong with the file is told by what writes files. */
  private static byte[] html(RunContents contents) {
    ByteArrayOutputStream html = new ByteArrayOutputStream();
    try {
      new HtmlReport().write(contents, html);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return html.toByteArray();
  }

  /** Where the page of a run is. */
  static Path page(Path folder) {
    return folder.resolve(PAGE);
  }

  private static void write(Figure figure, Path folder) {
    Path figures = folder.resolve("figures");
    AtomicFile.write(
        figures.resolve(figure.name() + ".png"), out -> out.write(FigureFiles.png(figure)));
    AtomicFile.write(
        figures.resolve(figure.name() + ".svg"), out -> out.write(FigureFiles.svg(figure)));
  }
}
