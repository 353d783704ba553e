package org.thalweg.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** Points of several groups with the fitted line and its band. */
record PointCloudDrawing(PointCloud cloud) implements Figure.Drawing {
  private static final double LEFT = 82;
  private static final double BOTTOM = 52;

  @Override
  public void paint(Graphics2D graphics, Rectangle2D area) {
    GroupLegend legend =
        new GroupLegend(
            cloud.groups().stream()
                .map(group -> new GroupLegend.Entry(group.name(), group.style()))
                .toList(),
            false);
    double top =
        6 + legend.paint(new Canvas(graphics), area.getX() + 6, area.getY(), area.getWidth() - 12);
    Rectangle2D plot =
        new Rectangle2D.Double(
            area.getX() + LEFT, top, area.getWidth() - LEFT - 14, area.getMaxY() - top - BOTTOM);
    Panel panel =
        new Panel(
            graphics,
            plot,
            cloud.horizontal().around(cloud.x()),
            cloud.vertical().around(cloud.y()));
    panel.frame(true);
    CurveBands.Curve fit = cloud.fit();
    panel.clipped(
        () -> panel.band(fit.x(), CurveBandsDrawing.lower(fit, panel), fit.high(), Style.GRID));
    panel.curve(fit.x(), fit.y(), Style.AXIS, Style.CURVE);
    boolean any = false;
    for (PointCloud.Group group : cloud.groups()) {
      for (int i = 0; i < group.x().size(); i++) {
        double x = panel.x(group.x().get(i));
        double y = panel.y(group.y().get(i));
        if (Double.isFinite(x) && Double.isFinite(y)) {
          any = true;
          panel.canvas().fill(group.style().marker(x, y, 5), group.style().color());
          panel
              .canvas()
              .stroke(group.style().marker(x, y, 5), Style.BACKGROUND, new BasicStroke(0.8f));
        }
      }
    }
    if (!any) {
      panel.nothingToShow();
    }
  }
}
