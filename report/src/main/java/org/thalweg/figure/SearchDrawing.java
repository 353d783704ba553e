package org.thalweg.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.thalweg.result.PathSearch;

/** What the search for a path recorded, over its iterations. */
final class SearchDrawing implements Figure.Drawing {
  private final PathSearch search;

  SearchDrawing(PathSearch search) {
    this.search = search;
  }

  @Override
  public void paint(Graphics2D graphics, Rectangle2D area) {
    Rectangle2D plot =
        new Rectangle2D.Double(
            area.getX() + 82, area.getY() + 12, area.getWidth() - 92, area.getHeight() - 64);
    Panel panel =
        new Panel(
            graphics,
            plot,
            Axis.linear("iterations", search.step().stream()),
            Axis.forRange(search.quantity(), search.values()::stream));
    panel.frame(true);
    panel.curve(search.step(), search.values(), Style.BLUE, Style.CURVE);
  }
}
