package org.thalweg.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.DoubleStream;
import org.thalweg.result.GradientNoise;
import org.thalweg.result.Histogram;

/**
 * How long the gradients of single samples are, with the length of their mean and the length that
 * the mean would have by chance.
 */
final class GradientNoiseDrawing implements Figure.Drawing {
  private static final double LEFT = 82;
  private static final double AIR = 1.3;

  private final GradientNoise noise;
  private final Histogram norms;

  GradientNoiseDrawing(GradientNoise noise, Histogram norms) {
    this.noise = noise;
    this.norms = norms;
  }

  @Override
  public void paint(Graphics2D graphics, Rectangle2D area) {
    double mean = noise.norm().value();
    double chance = noise.samplingErrorOfGradient();
    double[] places =
        DoubleStream.concat(norms.edges().stream(), DoubleStream.of(mean, chance))
            .filter(place -> Double.isFinite(place) && place > 0)
            .toArray();
    Axis length =
        new Axis(
            "length of the gradient, log scale",
            new LogarithmicScale(),
            DoubleStream.of(places).min().orElse(1) / AIR,
            DoubleStream.of(places).max().orElse(1) * AIR);
    double most = norms.counts().stream().max().orElse(1);
    Axis count = new Axis("samples", new LinearScale(), 0, 1.08 * Math.max(1, most));
    Rectangle2D plot =
        new Rectangle2D.Double(
            area.getX() + LEFT,
            area.getY() + 26,
            area.getWidth() - LEFT - 14,
            area.getHeight() - 26 - 52);
    Panel panel = new Panel(graphics, plot, length, count);
    panel.frame(true);
    for (int i = 0; i < norms.counts().size(); i++) {
      bar(panel, i);
    }
    upright(panel, mean, Style.VERMILLION);
    upright(panel, chance, Style.GREEN);
    Legend.paint(
        panel,
        List.of(
            Legend.Entry.area("‖∇ℓₙ‖ of single samples", Style.withAlpha(Style.BLUE, 150)),
            Legend.Entry.line("‖∇L‖ = " + NumberText.of(mean, 3), Style.VERMILLION, Style.CURVE),
            Legend.Entry.line(
                "by chance: √(tr Σ/N) = " + NumberText.of(chance, 3), Style.GREEN, Style.CURVE)));
  }

  private void bar(Panel panel, int i) {
    double left = panel.x(norms.edges().get(i));
    double right = panel.x(norms.edges().get(i + 1));
    double top = panel.y(norms.counts().get(i));
    panel
        .canvas()
        .fill(
            new Rectangle2D.Double(left, top, Math.max(1, right - left - 1), panel.y(0) - top),
            Style.withAlpha(Style.BLUE, 150));
  }

  private static void upright(Panel panel, double value, Color color) {
    double x = panel.x(value);
    if (Double.isFinite(x)) {
      panel.canvas().line(x, panel.plot().getY(), x, panel.y(0), color, Style.CURVE);
    }
  }
}
