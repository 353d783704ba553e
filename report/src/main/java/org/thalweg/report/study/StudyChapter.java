package org.thalweg.report.study;

import java.util.List;
import org.thalweg.report.FigureView;

/**
 * Pictures of one kind with what a reader should know about all of them.
 *
 * @param id of the section
 * @param shows what one sees
 * @param misleads when it says something else than it seems to
 */
record StudyChapter(
    String id, String heading, String shows, String misleads, List<StudyFigure> figures) {
  /** The chapter of quantities by cell. */
  static final String CELLS = "cells";

  StudyChapter {
    figures = List.copyOf(figures);
  }

  /** Whether it stands beside the tables of the cells. */
  boolean ofCells() {
    return id.equals(CELLS);
  }

  boolean isEmpty() {
    return figures.isEmpty();
  }

  /** A picture with its captions, as the template wants it. */
  record Card(FigureView view, List<String> captions, boolean wide) {}

  List<Card> cards() {
    return figures.stream()
        .map(figure -> new Card(figure.view(), figure.belowPicture(), figure.wide()))
        .toList();
  }
}
