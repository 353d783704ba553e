package org.thalweg.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.thalweg.result.Basin;
import org.thalweg.result.TopologyResult;
import org.thalweg.result.Values;

/** Birth and death of the basins of a surface; those that never die stand at the upper edge. */
final class PersistenceDrawing implements Figure.Drawing {
  private static final double LEFT = 82;
  private static final double BOTTOM = 52;
  private static final double TOP = 30;

  private final TopologyResult topology;

  PersistenceDrawing(TopologyResult topology) {
    this.topology = topology;
  }

  @Override
  public void paint(Graphics2D graphics, Rectangle2D area) {
    double side = Math.min(area.getWidth() - LEFT - 20, area.getHeight() - TOP - BOTTOM);
    Rectangle2D plot = new Rectangle2D.Double(area.getX() + LEFT, area.getY() + TOP, side, side);
    double low = topology.loss().values().stream().filter(Double::isFinite).min().orElse(0);
    double high =
        topology.basins().stream()
            .mapToDouble(Basin::saddle)
            .filter(Double::isFinite)
            .max()
            .orElse(topology.loss().values().stream().filter(Double::isFinite).max().orElse(1));
    Values range = Values.of(low, Math.max(high, low));
    Axis birth = Axis.linear("loss at the lowest point", range.stream());
    Axis death = Axis.linear("loss at the pass out of the basin", range.stream());
    Panel panel = new Panel(graphics, plot, birth, death);
    panel.frame(true);
    if (topology.basins().isEmpty()) {
      panel.nothingToShow();
      return;
    }
    panel.curve(
        Values.of(birth.low(), birth.high()),
        Values.of(birth.low(), birth.high()),
        Style.AXIS,
        Style.DASHED);
    for (int k = topology.basins().size() - 1; k >= 0; k--) {
      point(panel, topology.basins().get(k), k + 1);
    }
    Legend.paint(
        panel,
        List.of(
            Legend.Entry.area("inside", Style.BLUE),
            Legend.Entry.area("lowest on the border of the plane", Style.VERMILLION)));
  }

  private void point(Panel panel, Basin basin, int number) {
    boolean dies = Double.isFinite(basin.saddle());
    double x = panel.x(basin.minimum());
    double y = dies ? panel.y(basin.saddle()) : panel.plot().getY();
    Color colour = basin.onBorder() ? Style.VERMILLION : Style.BLUE;
    panel.dot(x, y, 6.5, Style.BACKGROUND);
    panel.dot(x, y, 5, colour);
    if (BasinMarks.isNotable(topology, basin)) {
      String text = dies ? Integer.toString(number) : number + ": the deepest, never dies";
      panel
          .canvas()
          .text(text, Style.SMALL, Style.INK, x + 10, dies ? y : y + 14, Canvas.Align.LEFT);
    }
  }
}
