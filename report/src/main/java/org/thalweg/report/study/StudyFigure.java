package org.thalweg.report.study;

import java.util.List;
import java.util.stream.Stream;
import org.thalweg.figure.Figure;
import org.thalweg.report.EmbeddedNode;
import org.thalweg.report.FigureView;

/**
 * A picture of a study: the static figure, and the numbers that the page's script draws it from.
 *
 * @param kind drawing routine of the script
 * @param heading above the picture
 * @param captions lines below it
 * @param wide whether it needs the whole width of the page
 * @param data writes the numbers
 */
record StudyFigure(
    String kind, String heading, List<String> captions, boolean wide, Figure figure, Data data) {
  StudyFigure {
    captions = List.copyOf(captions);
  }

  /** Writes what the script needs. */
  @FunctionalInterface
  interface Data {
    void embed(EmbeddedNode node);
  }

  /** The note of the static picture belongs to the interactive one as well. */
  List<String> belowPicture() {
    return Stream.concat(Stream.of(figure.note()), captions.stream())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  FigureView view() {
    return FigureView.of(kind, heading, List.of(), figure, "", "");
  }
}
