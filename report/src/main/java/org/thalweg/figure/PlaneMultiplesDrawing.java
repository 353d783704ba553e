package org.thalweg.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Small planes in rows and columns with one colour bar: level lines, or surfaces in 3-D. */
record PlaneMultiplesDrawing(PlaneMultiples planes, int columns, boolean raised)
    implements Figure.Drawing {
  private static final double BAR = 104;
  private static final double LEFT = 66;
  private static final double BOTTOM = 48;
  private static final double MOST_STRETCHED = 1.5;
  private static final BasicStroke HALO =
      new BasicStroke(3.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  private static final BasicStroke PATH =
      new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

  @Override
  public void paint(Graphics2D graphics, Rectangle2D area) {
    Canvas canvas = new Canvas(graphics);
    List<PlaneMultiples.Part> parts = planes.parts();
    int rows = Math.max(1, (parts.size() + columns - 1) / columns);
    double width = (area.getWidth() - BAR) / columns;
    double height = area.getHeight() / rows;
    for (int k = 0; k < parts.size(); k++) {
      PlaneMultiples.Part part = parts.get(k);
      double x = area.getX() + (k % columns) * width;
      int row = k / columns;
      double y = area.getY() + row * height;
      canvas.text(
          canvas.shortened(part.name(), Style.LABEL, width - LEFT),
          Style.LABEL,
          Style.INK,
          x + LEFT,
          y + 10,
          Canvas.Align.LEFT);
      Rectangle2D room =
          new Rectangle2D.Double(x + LEFT, y + 24, width - LEFT - 14, height - 24 - BOTTOM);
      if (raised) {
        new SurfaceDrawing(planes.plane(part)).paintSurface(canvas, room, 0);
      } else {
        flat(part, graphics, room);
      }
    }
    Plane first = planes.plane(parts.get(0));
    ContourBands bands = new ContourBands(first, planes.levels());
    new ColourBar(first.fieldName(), planes.scale())
        .paint(
            canvas,
            new Rectangle2D.Double(
                area.getMaxX() - BAR + 18, area.getY() + 24, 16, Math.min(300, height - 72)),
            raised ? first.map()::at : bands::colourAt);
  }

  private void flat(PlaneMultiples.Part part, Graphics2D graphics, Rectangle2D room) {
    Plane plane = planes.plane(part);
    Axis horizontal = Axis.tight(plane.alphaName(), plane.alpha().stream());
    Axis vertical = Axis.tight(plane.betaName(), plane.beta().stream());
    Panel panel = new Panel(graphics, plot(plane, room), horizontal, vertical);
    new ContourBands(plane, planes.levels()).paint(panel);
    panel.clipped(() -> path(part, panel));
    panel.frame(false);
    if (plane.isEmpty()) {
      panel.nothingToShow();
    } else if (panel.plot().contains(panel.x(0), panel.y(0))) {
      PlaneFrame.cross(panel.canvas(), panel.x(0), panel.y(0));
    }
  }

  /** As large as fits with both axes to the same scale, where the extents are alike. */
  private static Rectangle2D plot(Plane plane, Rectangle2D room) {
    double ratio = plane.isEmpty() ? Double.NaN : PlaneFrame.ratio(plane.alpha(), plane.beta());
    if (!(ratio >= 1 / MOST_STRETCHED && ratio <= MOST_STRETCHED)) {
      return room;
    }
    double width = Math.min(room.getWidth(), room.getHeight() * ratio);
    return new Rectangle2D.Double(room.getX(), room.getY(), width, width / ratio);
  }

  private static void path(PlaneMultiples.Part part, Panel panel) {
    panel.curve(part.alpha(), part.beta(), Style.BACKGROUND, HALO);
    panel.curve(part.alpha(), part.beta(), Style.INK, PATH);
    for (int i = 0; i < part.alpha().size(); i++) {
      double x = panel.x(part.alpha().get(i));
      double y = panel.y(part.beta().get(i));
      if (Double.isFinite(x) && Double.isFinite(y)) {
        panel.dot(x, y, i == 0 ? 5 : 3.2, Style.BACKGROUND);
        panel.dot(x, y, i == 0 ? 4 : 2.4, i == 0 ? Style.INK : Style.VERMILLION);
      }
    }
  }
}
