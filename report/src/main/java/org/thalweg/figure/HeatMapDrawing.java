package org.thalweg.figure;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.SortedMap;
import java.util.TreeMap;
import org.thalweg.result.Values;

/** A field as coloured cells, one per grid point and centred on it; missing ones stay blank. */
final class HeatMapDrawing implements Figure.Drawing {
  private static final int COLOURS = 256;

  private final Plane plane;
  private final boolean marksLowest;
  private final double[] alphaEdges;
  private final double[] betaEdges;

  HeatMapDrawing(Plane plane, boolean marksLowest) {
    this.marksLowest = marksLowest;
    this.plane = plane;
    this.alphaEdges = edges(plane.alpha());
    this.betaEdges = edges(plane.beta());
  }

  @Override
  public void paint(Graphics2D graphics, Rectangle2D area) {
    Axis horizontal = Axis.tight(plane.alphaName(), Values.of(alphaEdges).stream());
    Axis vertical = Axis.tight(plane.betaName(), Values.of(betaEdges).stream());
    PlaneFrame frame = PlaneFrame.of(plane, horizontal, vertical, graphics, area);
    Object hint = graphics.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
    cellsByColour(frame.panel())
        .forEach(
            (colour, cells) ->
                frame.panel().canvas().fill(cells, plane.map().at(colour / (COLOURS - 1.0))));
    graphics.setRenderingHint(
        RenderingHints.KEY_ANTIALIASING, hint == null ? RenderingHints.VALUE_ANTIALIAS_ON : hint);
    frame.paintAround(plane.map()::at);
    frame.paintMarks(marksLowest);
  }

  /** One path per colour keeps the files small. */
  private SortedMap<Integer, Path2D> cellsByColour(Panel panel) {
    SortedMap<Integer, Path2D> cells = new TreeMap<>();
    for (int i = 0; i < plane.field().rows(); i++) {
      for (int j = 0; j < plane.field().columns(); j++) {
        double fraction = plane.scale().fraction(plane.field().get(i, j));
        if (!Double.isNaN(fraction)) {
          int colour = (int) Math.round(fraction * (COLOURS - 1));
          Rectangle2D cell = new Rectangle2D.Double();
          cell.setFrameFromDiagonal(
              panel.x(alphaEdges[i]),
              panel.y(betaEdges[j]),
              panel.x(alphaEdges[i + 1]),
              panel.y(betaEdges[j + 1]));
          cells.computeIfAbsent(colour, unused -> new Path2D.Double()).append(cell, false);
        }
      }
    }
    return cells;
  }

  /** Half way between neighbours, and as far beyond the ends. */
  private static double[] edges(Values centres) {
    int n = centres.size();
    double[] edges = new double[n + 1];
    for (int i = 1; i < n; i++) {
      edges[i] = (centres.get(i - 1) + centres.get(i)) / 2;
    }
    double first = n > 1 ? centres.get(1) - centres.get(0) : 1;
    double last = n > 1 ? centres.get(n - 1) - centres.get(n - 2) : 1;
    edges[0] = n > 0 ? centres.get(0) - first / 2 : 0;
    edges[n] = n > 0 ? centres.get(n - 1) + last / 2 : 1;
    return edges;
  }
}
