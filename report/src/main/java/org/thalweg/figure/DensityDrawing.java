package org.thalweg.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.thalweg.result.Eigenvalue;
import org.thalweg.result.SpectralDensity;
import org.thalweg.result.SpectrumResult;
import org.thalweg.result.Values;

/**
 * The density of a spectrum on a logarithmic axis, with its error band; eigenvalues that are known
 * one by one stand below it as ticks.
 */
final class DensityDrawing implements Figure.Drawing {
  private static final double LEFT = 82;

  /** Shares of fewer than one eigenvalue in a thousand of these are not worth an axis. */
  private static final double FLOOR = 1e-3;

  private static final double TICK = 16;
  private static final BasicStroke THIN = new BasicStroke(1.3f);

  private final SpectralDensity density;
  private final List<Eigenvalue> known;
  private final double floor;
  private final double ceiling;

  DensityDrawing(SpectrumResult spectrum, SpectralDensity density) {
    this.density = density;
    this.known = Stream.concat(spectrum.top().stream(), spectrum.bottom().stream()).toList();
    double peak = density.density().stream().filter(Double::isFinite).max().orElse(1);
    // The height of a single eigenvalue under its kernel.
    double single = 1 / (Math.max(1, spectrum.dimension()) * density.kernelWidth() * 2.5066);
    boolean usable = Double.isFinite(single) && peak > 0;
    this.floor = usable ? Math.min(FLOOR * peak, 0.1 * single) : 0.1;
    this.ceiling = usable ? 2.5 * peak : 1;
  }

  @Override
  public void paint(Graphics2D graphics, Rectangle2D area) {
    Axis horizontal =
        Axis.linear("eigenvalue λ (loss per squared parameter)", density.x().stream());
    Axis vertical = new Axis("density, log scale", new LogarithmicScale(), floor, ceiling);
    Rectangle2D plot =
        new Rectangle2D.Double(
            area.getX() + LEFT,
            area.getY() + 26,
            area.getWidth() - LEFT - 10,
            area.getHeight() - 26 - 52);
    Panel panel = new Panel(graphics, plot, horizontal, vertical);
    panel.frame(true);
    if (density.x().size() == 0) {
      panel.nothingToShow();
      return;
    }
    panel.upright(0, "0");
    var shade = Style.withAlpha(Style.BLUE, 60);
    panel.clipped(() -> panel.band(density.x(), shifted(-1), shifted(1), shade));
    panel.curve(density.x(), visible(density.density().stream()), Style.BLUE, Style.CURVE);
    paintKnown(panel);
    paintLegend(panel, shade);
  }

  private void paintKnown(Panel panel) {
    double bottom = panel.plot().getMaxY();
    for (Eigenvalue eigenvalue : known) {
      double x = panel.x(eigenvalue.value());
      if (x >= panel.plot().getX() && x <= panel.plot().getMaxX()) {
        panel.canvas().line(x, bottom, x, bottom - TICK, Style.VERMILLION, THIN);
      }
    }
  }

  private void paintLegend(Panel panel, Color shade) {
    List<Legend.Entry> entries = new ArrayList<>();
    entries.add(Legend.Entry.line("mean over probes", Style.BLUE, Style.CURVE));
    if (density.quadratures().size() > 1) {
      entries.add(Legend.Entry.area("± 1 standard error over probes", shade));
    }
    if (!known.isEmpty()) {
      entries.add(Legend.Entry.line("eigenvalues found", Style.VERMILLION, THIN));
    }
    Legend.paint(panel, entries);
  }

  private Values shifted(int sign) {
    double[] shifted = new double[density.x().size()];
    for (int i = 0; i < shifted.length; i++) {
      shifted[i] = density.density().get(i) + sign * density.standardError().get(i);
    }
    return visible(DoubleStream.of(shifted));
  }

  /** What lies below the axis runs along a line that is cut off. */
  private Values visible(DoubleStream values) {
    double below = floor / 2;
    return Values.of(values.map(value -> value < below ? below : value).toArray());
  }
}
