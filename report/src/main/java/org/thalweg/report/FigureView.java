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
import org.thalweg.result.ProbeResult;
import org.thalweg.result.TrainingHistory;

/**
 * One picture of the page: the interactive plot, the static picture behind it, and the words beside
 * it.
 *
 * @param kind which drawing routine of the page's script to use
 * @param result id of the result that it draws
 * @param picture the static picture as a data address; empty where this machine has no fonts
 */
public record FigureView(
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

  /** Beyond this, in units, a picture gets one pixel for each. */
  private static final int LARGEST_AREA = 1_000_000;

  static FigureView ofTraining(TrainingHistory history) {
    return of(TrainingView.PLOT, "training", "", Figures.ofTraining(history));
  }

  /** The pictures of a result that belong on the page. */
  static List<FigureView> of(String id, ProbeResult result) {
    ResultViews.Typed<?> typed = ResultViews.of(result);
    List<FigureView> views = new ArrayList<>();
    for (Figure figure : Figures.of(id, result)) {
      String suffix = figure.name().substring(id.length());
      typed.view().plots().stream()
          .filter(plot -> plot.suffix().equals(suffix))
          .forEach(plot -> views.add(of(plot, id, typed.caption(plot), figure)));
    }
    return List.copyOf(views);
  }

  /**
   * A picture with the words beside it.
   *
   * @param notes lines above the picture
   */
  public static FigureView of(
      String kind,
      String heading,
      List<String> notes,
      Figure figure,
      String shows,
      String misleads) {
    return new FigureView(
        figure.name(),
        kind,
        figure.name(),
        heading,
        notes,
        figure.title() + ". " + figure.description() + " " + figure.note(),
        pictureOf(figure),
        figure.width(),
        figure.height(),
        shows,
        misleads);
  }

  /** Whether there is a static picture. */
  public boolean hasPicture() {
    return !picture.isEmpty();
  }

  private static FigureView of(PlotWords plot, String result, String caption, Figure figure) {
    return new FigureView(
        figure.name(),
        plot.kind(),
        result,
        plot.heading(),
        Stream.of(caption, figure.note()).filter(note -> !note.isEmpty()).toList(),
        figure.title() + ". " + figure.description() + " " + figure.note(),
        pictureOf(figure),
        figure.width(),
        figure.height(),
        plot.shows(),
        plot.misleads());
  }

  private static String pictureOf(Figure figure) {
    try {
      byte[] drawing = FigureFiles.svg(figure);
      return drawing.length <= LARGEST_DRAWING
          ? address("image/svg+xml", drawing)
          : address("image/png", FigureFiles.png(figure, pixels(figure)));
    } catch (ThalwegException e) {
      if (e.code() == ErrorCode.FONTS_MISSING) {
        return "";
      }
      throw e;
    }
  }

  /** Tall pictures of many panels would make the page large; they stay legible with fewer. */
  private static int pixels(Figure figure) {
    return figure.width() * figure.height() > LARGEST_AREA ? 1 : FigureFiles.PNG_SCALE;
  }

  private static String address(String type, byte[] content) {
    byte[] encoded = Base64.getEncoder().encode(content);
    return "data:" + type + ";base64," + new String(encoded, StandardCharsets.US_ASCII);
  }
}
