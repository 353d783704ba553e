package org.thalweg.figure;

import java.awt.BasicStroke;
import org.thalweg.result.Basin;
import org.thalweg.result.TopologyResult;

/** Notable basins of a surface, numbered, and the passes out of them. */
record BasinMarks(TopologyResult topology) {
  private static final double RADIUS = 9;
  private static final double RIM = RADIUS + 1.5;
  private static final double REACH = 5;

  void paint(Panel panel) {
    for (int k = topology.basins().size() - 1; k >= 0; k--) {
      Basin basin = topology.basins().get(k);
      if (isNotable(topology, basin)) {
        pass(panel, basin);
        bottom(panel, basin, k + 1);
      }
    }
  }

  static boolean isNotable(TopologyResult topology, Basin basin) {
    return basin.persistence() >= TopologyResult.NOTABLE * topology.range();
  }

  private static void bottom(Panel panel, Basin basin, int number) {
    double x = inside(panel.x(basin.alpha()), panel.plot().getX(), panel.plot().getMaxX());
    double y = inside(panel.y(basin.beta()), panel.plot().getY(), panel.plot().getMaxY());
    panel.dot(x, y, RIM, Style.INK);
    panel.dot(x, y, RADIUS, Style.BACKGROUND);
    panel
        .canvas()
        .text(Integer.toString(number), Style.SMALL, Style.INK, x, y, Canvas.Align.CENTRE);
  }

  /** Moved so far that the circle is not cut off at the edge of the plot. */
  private static double inside(double centre, double low, double high) {
    return Math.max(low + RIM, Math.min(high - RIM, centre));
  }

  private static void pass(Panel panel, Basin basin) {
    double x = panel.x(basin.saddleAlpha());
    double y = panel.y(basin.saddleBeta());
    if (!Double.isFinite(x + y)) {
      return;
    }
    for (BasicStroke stroke : new BasicStroke[] {new BasicStroke(4.5f), new BasicStroke(2.2f)}) {
      var colour = stroke.getLineWidth() > 3 ? Style.BACKGROUND : Style.VERMILLION;
      panel.canvas().line(x - REACH, y - REACH, x + REACH, y + REACH, colour, stroke);
      panel.canvas().line(x - REACH, y + REACH, x + REACH, y - REACH, colour, stroke);
    }
  }
}
