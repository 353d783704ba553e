package org.thalweg.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;

/** The level lines of a field and the bands of colour between them, on a panel. */
final class ContourBands {
  private static final BasicStroke LINE = new BasicStroke(1.1f);

  private final Plane plane;
  private final List<Double> levels;
  private final MarchingSquares squares;

  ContourBands(Plane plane, List<Double> levels) {
    this.plane = plane;
    this.levels = levels;
    this.squares = new MarchingSquares(plane.scale().transformed(plane.field()));
  }

  void paint(Panel panel) {
    fillFrom(Double.NEGATIVE_INFINITY, bandColour(0), panel);
    for (int k = 0; k < levels.size(); k++) {
      fillFrom(plane.scale().transform(levels.get(k)), bandColour(k + 1), panel);
    }
    paintLines(panel);
  }

  /** The colour of the band in which a fraction of the scale lies. */
  Color colourAt(double fraction) {
    return bandColour(bandOf(fraction));
  }

  private void fillFrom(double transformedLevel, Color colour, Panel panel) {
    Path2D onScreen = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double[] point = new double[6];
    PathIterator path = squares.areaAbove(transformedLevel).getPathIterator(null);
    for (; !path.isDone(); path.next()) {
      switch (path.currentSegment(point)) {
        case PathIterator.SEG_MOVETO -> onScreen.moveTo(x(panel, point[0]), y(panel, point[1]));
        case PathIterator.SEG_LINETO -> onScreen.lineTo(x(panel, point[0]), y(panel, point[1]));
        default -> onScreen.closePath();
      }
    }
    panel.canvas().fill(onScreen, colour);
  }

  private void paintLines(Panel panel) {
    List<List<ScreenLine>> linesByLevel = new ArrayList<>();
    for (double level : levels) {
      linesByLevel.add(
          squares.lines(plane.scale().transform(level)).stream()
              .map(line -> onScreen(line, panel))
              .toList());
    }
    ContourLabels labels = new ContourLabels(panel, linesByLevel);
    for (int k = 0; k < levels.size(); k++) {
      Color ink = inkOn(plane.scale().fraction(levels.get(k)));
      String text = NumberText.of(levels.get(k), 3);
      for (ScreenLine piece : labels.label(text, k, ink)) {
        panel.canvas().stroke(piece.path(), ink, LINE);
      }
    }
  }

  private ScreenLine onScreen(ContourLine line, Panel panel) {
    int n = line.size() + (line.closed() ? 1 : 0);
    double[] xs = new double[n];
    double[] ys = new double[n];
    for (int k = 0; k < n; k++) {
      xs[k] = x(panel, line.along()[k % line.size()]);
      ys[k] = y(panel, line.across()[k % line.size()]);
    }
    return new ScreenLine(xs, ys);
  }

  private double x(Panel panel, double index) {
    return panel.x(plane.alphaAt(index));
  }

  private double y(Panel panel, double index) {
    return panel.y(plane.betaAt(index));
  }

  private Color bandColour(int band) {
    double below = band == 0 ? 0 : plane.scale().fraction(levels.get(band - 1));
    double above = band == levels.size() ? 1 : plane.scale().fraction(levels.get(band));
    return plane.map().at((below + above) / 2);
  }

  private int bandOf(double fraction) {
    int band = 0;
    while (band < levels.size() && plane.scale().fraction(levels.get(band)) <= fraction) {
      band++;
    }
    return band;
  }

  /** Light lines on the dark half of the colour map, dark ones on the light half. */
  private static Color inkOn(double fraction) {
    return fraction < 0.55 ? new Color(0xf4f6f8) : Style.INK;
  }
}
