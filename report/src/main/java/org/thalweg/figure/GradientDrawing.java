package org.thalweg.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import org.thalweg.result.GradientResult;

/** The norm of the gradient of each tensor, as bars in parameter order. */
final class GradientDrawing implements Figure.Drawing {
  private static final double NAMES = 220;
  private static final double ROW = 24;

  private final List<Map.Entry<String, Double>> tensors;

  GradientDrawing(GradientResult gradient) {
    tensors = List.copyOf(gradient.normByTensor().entrySet());
  }

  int height() {
    return (int) (tensors.size() * ROW) + 60;
  }

  @Override
  public void paint(Graphics2D graphics, Rectangle2D area) {
    double largest =
        tensors.stream().mapToDouble(Map.Entry::getValue).filter(Double::isFinite).max().orElse(1);
    Axis length =
        new Axis("‖∇L‖₂ of the tensor", new LinearScale(), 0, largest > 0 ? 1.12 * largest : 1);
    Axis rows = new Axis("", new NamedPlaces(List.of()), 0, Math.max(1, tensors.size()));
    Rectangle2D plot =
        new Rectangle2D.Double(
            area.getX() + NAMES, area.getY(), area.getWidth() - NAMES - 10, area.getHeight() - 52);
    Panel panel = new Panel(graphics, plot, length, rows);
    panel.frame(true);
    for (int i = 0; i < tensors.size(); i++) {
      paintRow(panel, tensors.get(i), panel.y(tensors.size() - i - 0.5));
    }
  }

  private static void paintRow(Panel panel, Map.Entry<String, Double> tensor, double y) {
    Canvas canvas = panel.canvas();
    double left = panel.plot().getX();
    Color color = Style.BLUE;
    double end = Double.isFinite(tensor.getValue()) ? panel.x(tensor.getValue()) : left;
    double thickness = Math.min(14, 0.7 * panel.plot().getHeight() / panel.vertical().high());
    canvas.fill(
        new Rectangle2D.Double(left, y - thickness / 2, Math.max(0, end - left), thickness), color);
    canvas.text(
        canvas.shortened(tensor.getKey(), Style.LABEL, NAMES - 16),
        Style.LABEL,
        Style.INK,
        left - 9,
        y,
        Canvas.Align.RIGHT);
    canvas.text(
        NumberText.of(tensor.getValue(), 3), Style.SMALL, Style.INK, end + 5, y, Canvas.Align.LEFT);
  }
}
