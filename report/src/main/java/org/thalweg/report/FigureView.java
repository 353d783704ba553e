package org.thalweg.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.figure.Figure;
import org.thalweg.figure.FigureFiles;
import org.thalweg.figure.Figures;
import org.thalweg.figure.NumberText;
import org.thalweg.result.ProbeResult;
import org.thalweg.result.SliceResult;
import org.thalweg.result.SurfaceResult;
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
    List<String> notes,
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
                    of(PlotKind.TRAINING, "training", "", Figures.ofTraining(training.history()))));
    for (StoredResult stored : run.results()) {
      for (Figure figure : Figures.of(stored.id(), stored.result())) {
        PlotKind.of(stored.id(), figure.name())
            .ifPresent(
                kind -> views.add(of(kind, stored.id(), caption(stored.result(), kind), figure)));
      }
    }
    return List.copyOf(views);
  }

  boolean hasPicture() {
    return !picture.isEmpty();
  }

  private static FigureView of(PlotKind kind, String result, String caption, Figure figure) {
    return new FigureView(
        figure.name(),
        kind.word(),
        result,
        kind.heading(),
        Stream.of(caption, figure.note()).filter(note -> !note.isEmpty()).toList(),
        figure.title() + ". " + figure.description() + " " + figure.note(),
        pictureOf(figure),
        figure.width(),
        figure.height(),
        kind.shows(),
        kind.misleads());
  }

  /** What the short axis names of the interactive plot leave out. */
  private static String caption(ProbeResult result, PlotKind kind) {
    if (result instanceof SliceResult slice) {
      return "d: " + slice.direction();
    }
    if (result instanceof SurfaceResult surface && kind != PlotKind.ACCURACY) {
      StringBuilder caption = new StringBuilder();
      for (int k = 0; k < surface.directions().size(); k++) {
        caption.append(k == 0 ? "d₁: " : "; d₂: ").append(surface.directions().get(k));
      }
      return caption + "; cosine between them: " + NumberText.of(surface.cosine(), 2);
    }
    return "";
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
