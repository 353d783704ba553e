package org.thalweg.figure;

import java.util.List;

/**
 * Pictures that compare groups: values with intervals, points with a fitted line, curves with
 * bands, correlations, planes side by side.
 */
public final class GroupFigures {
  private static final int CARD = 640;
  private static final int WIDE = 960;
  private static final int WIDEST = 1200;
  private static final int MOST_COLUMNS = 3;

  private GroupFigures() {}

  /**
   * What is said about a picture.
   *
   * @param name fit for a file name
   * @param note may be empty
   */
  public record Words(String name, String title, String note, String description) {}

  /** One quantity of all groups. */
  public static Figure values(Words words, GroupedValues values) {
    int legend = legendRows(values.groups().size()) * 20;
    return figure(words, CARD, 390 + legend, new GroupedValuesDrawing(List.of(values), 1));
  }

  /** Several quantities, one panel each. */
  public static Figure values(Words words, List<GroupedValues> panels) {
    int columns = Math.min(MOST_COLUMNS, Math.max(1, panels.size()));
    int legend = panels.isEmpty() ? 0 : legendRows(panels.get(0).groups().size()) * 20;
    int height = 60 + legend + 300 * rows(panels.size(), columns);
    return figure(words, width(columns), height, new GroupedValuesDrawing(panels, columns));
  }

  /** One quantity against another. */
  public static Figure points(Words words, PointCloud cloud) {
    int legend = legendRows(cloud.groups().size()) * 20;
    return figure(words, CARD, 430 + legend, new PointCloudDrawing(cloud));
  }

  /** All curves over one another. */
  public static Figure curves(Words words, CurveBands bands) {
    int legend = legendRows(bands.curves().size()) * 20;
    return figure(words, CARD, 430 + legend, CurveBandsDrawing.together(bands));
  }

  /** Each curve on a panel of its own, with common axes. */
  public static Figure curvesSideBySide(Words words, CurveBands bands, int columns) {
    int height = 60 + 230 * rows(bands.curves().size(), columns);
    return figure(words, width(columns), height, new CurveBandsDrawing(bands, columns));
  }

  /** A table of correlations. */
  public static Figure matrix(Words words, LabelledMatrix matrix) {
    int size = Math.max(90, Math.min(660, 46 * matrix.names().size()));
    return figure(words, WIDE, 80 + 150 + size, new LabelledMatrixDrawing(matrix));
  }

  /** Level lines of every plane. */
  public static Figure planes(Words words, PlaneMultiples planes, int columns) {
    int height = 70 + rowOfPlanes(columns) * rows(planes.parts().size(), columns);
    return figure(words, width(columns), height, new PlaneMultiplesDrawing(planes, columns, false));
  }

  /** Every plane as a surface in 3-D. */
  public static Figure surfaces(Words words, PlaneMultiples planes) {
    int columns = Math.max(1, Math.min(2, planes.parts().size()));
    int height = 70 + 380 * rows(planes.parts().size(), columns);
    return figure(words, width(columns), height, new PlaneMultiplesDrawing(planes, columns, true));
  }

  private static Figure figure(Words words, int width, int height, Figure.Drawing drawing) {
    return new Figure(
        words.name(), words.title(), words.note(), words.description(), width, height, drawing);
  }

  /** High enough for squares. */
  private static int rowOfPlanes(int columns) {
    return (width(columns) - 132) / columns;
  }

  private static int width(int columns) {
    return columns == 1 ? CARD : columns <= MOST_COLUMNS ? WIDE : WIDEST;
  }

  private static int rows(int count, int columns) {
    return Math.max(1, (count + columns - 1) / columns);
  }

  private static int legendRows(int entries) {
    return (entries + 3) / 4;
  }
}
