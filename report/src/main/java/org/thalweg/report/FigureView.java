package org.thalweg.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.figure.Figure;
import org.thalweg.figure.FigureFiles;
import org.thalweg.figure.Figures;
import org.thalweg.store.RunContents;
import org.thalweg.store.StoredResult;

/**
 * One picture of the page: the interactive plot, the static picture behind it, and the words beside
 * it.
 *
 * @param kind which drawing routine of the page's script to use
 * @param result id of the result that it draws
 * @param picture the static picture as a data address; empty where this machine has no fonts
 */
record FigureView(
    String name,
    String kind,
    String result,
    String heading,
    String note,
    String alternative,
    String picture,
    int width,
    int height,
    String shows,
    String misleads) {
  /** Beyond this, a drawing of many small marks is larger than its pixels. */
  private static final int LARGEST_DRAWING = 400_000;

  static List<FigureView> of(RunContents run) {
    List<FigureView> views = new ArrayList<>();
    run.training()
        .ifPresent(
            training ->
                views.add(
                    of(PlotKind.TRAINING, "training", Figures.ofTraining(training.history()))));
    for (StoredResult stored : run.results()) {
      for (Figure figure : Figures.of(stored.id(), stored.result())) {
        PlotKind.of(stored.id(), figure.name())
            .ifPresent(kind -> views.add(of(kind, stored.id(), figure)));
      }
    }
    return List.copyOf(views);
  }

  boolean hasPicture() {
    return !picture.isEmpty();
  }

  private static FigureView of(PlotKind kind, String result, Figure figure) {
    return new FigureView(
        figure.name(),
        kind.word(),
        result,
        kind.heading(),
        figure.note(),
        figure.title() + ". " + figure.description() + " " + figure.note(),
        pictureOf(figure),
        figure.width(),
        figure.height(),
        kind.shows(),
        kind.misleads());
  }

  private static String pictureOf(Figure figure) {
    try {
      byte[] drawing = FigureFiles.svg(figure);
      return drawing.length <= LARGEST_DRAWING
          ? address("image/svg+xml", drawing)
          : address("image/png", FigureFiles.png(figure));
    } catch (ThalwegException e) {
      if (e.code() == ErrorCode.FONTS_MISSING) {
        return "";
      }
      throw e;
    }
  }

  private static String address(String type, byte[] content) {
    byte[] encoded = Base64.getEncoder().encode(content);
    return "data:" + type + ";base64," + new String(encoded, StandardCharsets.US_ASCII);
  }
}
