package org.thalweg.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.thalweg.result.LayerCurvature;

/** The largest eigenvalue and the trace of each layer's block, side by side as bars. */
final class LayersDrawing implements Figure.Drawing {
  private static final double NAMES = 150;
  private static final double ROW = 26;
  private static final double ROOM_FOR_TEXT = 1.45;

  private final List<LayerCurvature> layers;

  LayersDrawing(List<LayerCurvature> layers) {
    this.layers = layers;
  }

  int height() {
    return (int) (layers.size() * ROW) + 70;
  }

  @Override
  public void paint(Graphics2D graphics, Rectangle2D area) {
    double width = (area.getWidth() - NAMES - 40) / 2;
    Rectangle2D left =
        new Rectangle2D.Double(area.getX() + NAMES, area.getY(), width, area.getHeight() - 52);
    Rectangle2D right =
        new Rectangle2D.Double(
            area.getX() + NAMES + width + 30, area.getY(), width, area.getHeight() - 52);
    Panel eigenvalues =
        panel(graphics, left, "largest eigenvalue of the block", layer -> layer.top().value());
    Panel traces = panel(graphics, right, "trace of the block", layer -> layer.trace().value());
    for (int i = 0; i < layers.size(); i++) {
      LayerCurvature layer = layers.get(i);
      double place = layers.size() - i - 0.5;
      Canvas canvas = eigenvalues.canvas();
      canvas.text(
          canvas.shortened(layer.layer(), Style.LABEL, NAMES - 16),
          Style.LABEL,
          Style.INK,
          left.getX() - 9,
          eigenvalues.y(place),
          Canvas.Align.RIGHT);
      bar(eigenvalues, place, layer.top().value(), layer.top().residual(), Style.BLUE);
      bar(traces, place, layer.trace().value(), layer.trace().standardError(), Style.GREEN);
    }
  }

  private Panel panel(
      Graphics2D graphics, Rectangle2D plot, String name, ToDoubleFunction<LayerCurvature> value) {
    double high = layers.stream().mapToDouble(value).filter(Double::isFinite).max().orElse(1);
    double low = layers.stream().mapToDouble(value).filter(Double::isFinite).min().orElse(0);
    double largest = high > 0 ? ROOM_FOR_TEXT * high : 1;
    double smallest = low < 0 ? ROOM_FOR_TEXT * low : 0;
    Axis rows = new Axis("", new NamedPlaces(List.of()), 0, Math.max(1, layers.size()));
    Axis length = new Axis(name, new LinearScale(), smallest, largest);
    Panel panel = new Panel(graphics, plot, length, rows);
    panel.frame(true);
    return panel;
  }

  private static void bar(Panel panel, double place, double value, double error, Color color) {
    Canvas canvas = panel.canvas();
    double y = panel.y(place);
    double zero = panel.x(0);
    double end = Double.isFinite(value) ? panel.x(value) : zero;
    canvas.fill(
        new Rectangle2D.Double(Math.min(zero, end), y - 7, Math.abs(end - zero), 14), color);
    double beyond = Math.max(zero, end);
    if (Double.isFinite(error)) {
      double from = panel.x(value - error);
      double to = panel.x(value + error);
      canvas.line(from, y, to, y, Style.INK, Style.CURVE);
      beyond = Math.max(beyond, to);
    }
    canvas.text(NumberText.of(value, 3), Style.SMALL, Style.INK, beyond + 6, y, Canvas.Align.LEFT);
  }
}
