package org.thalweg.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A field as filled bands between labelled level lines; cells with a missing corner stay blank. */
final class ContourDrawing implements Figure.Drawing {
  private static final BasicStroke LINE = new BasicStroke(1.1f);

  private final Plane plane;
  private final boolean marksLowest;
  private final Consumer<Panel> overlay;
  private final List<Double> levels;
  private final MarchingSquares squares;

  ContourDrawing(Plane plane) {
    this(plane, true, panel -> {});
  }

  /**
   * With something on top of the lines.
   *
   * @param marksLowest whether the lowest value is marked
   * @param overlay paints below the marks of θ and the lowest value
   */
  ContourDrawing(Plane plane, boolean marksLowest, Consumer<Panel> overlay) {
    this.marksLowest = marksLowest;
    this.plane = plane;
    this.overlay = overlay;
    this.levels = plane.scale().levels();
    this.squares = new MarchingSquares(plane.scale().transformed(plane.field()));
  }

  @Override
  public void paint(Graphics2D graphics, Rectangle2D area) {
    paintWithoutMarks(graphics, area).paintMarks(marksLowest);
  }

  /** Everything but the marks of special points. */
  PlaneFrame paintWithoutMarks(Graphics2D graphics, Rectangle2D area) {
    Axis horizontal = Axis.tight(plane.alphaName(), plane.alpha().stream());
    Axis vertical = Axis.tight(plane.betaName(), plane.beta().stream());
    PlaneFrame frame = PlaneFrame.of(plane, horizontal, vertical, graphics, area);
    Panel panel = frame.panel();
    fillFrom(Double.NEGATIVE_INFINITY, bandColour(0), panel);
    for (int k = 0; k < levels.size(); k++) {
      fillFrom(plane.scale().transform(levels.get(k)), bandColour(k + 1), panel);
    }
    paintLines(panel);
    overlay.accept(panel);
    frame.paintAround(fraction -> bandColour(bandOf(fraction)));
    return frame;
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
