package org.thalweg.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.thalweg.result.Values;

/** Every eigenvalue by its rank, the largest on the left, on a symmetric logarithmic axis. */
final class WholeSpectrumDrawing implements Figure.Drawing {
  private static final double LEFT = 86;
  private static final double FINE = 1.8;
  private static final double COARSE = 4;
  private static final int MANY = 100;

  private final Values spectrum;

  WholeSpectrumDrawing(Values spectrum) {
    this.spectrum = spectrum;
  }

  @Override
  public void paint(Graphics2D graphics, Rectangle2D area) {
    Axis ranks =
        new Axis(
            "rank of the eigenvalue, the largest first", new LinearScale(), 0, spectrum.size() + 1);
    Rectangle2D plot =
        new Rectangle2D.Double(
            area.getX() + LEFT,
            area.getY() + 26,
            area.getWidth() - LEFT - 14,
            area.getHeight() - 26 - 52);
    Panel panel = new Panel(graphics, plot, ranks, EigenvalueScale.ofAll(spectrum).axis());
    panel.frame(true);
    panel.level(0, Style.INK, Style.HAIR);
    double radius = spectrum.size() > MANY ? FINE : COARSE;
    for (int k = 0; k < spectrum.size(); k++) {
      double value = spectrum.get(k);
      panel.dot(panel.x(k + 1.0), panel.y(value), radius, color(value));
    }
    Legend.paint(panel, legend());
  }

  private List<Legend.Entry> legend() {
    long negative = spectrum.stream().filter(value -> value < 0).count();
    long positive = spectrum.stream().filter(value -> value > 0).count();
    List<Legend.Entry> entries = new ArrayList<>();
    entries.add(Legend.Entry.line("%,d positive".formatted(positive), Style.BLUE, Style.CURVE));
    entries.add(
        Legend.Entry.line("%,d negative".formatted(negative), Style.VERMILLION, Style.CURVE));
    return entries;
  }

  private static Color color(double value) {
    return value < 0 ? Style.VERMILLION : Style.BLUE;
  }
}
