package org.thalweg.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.thalweg.result.Eigenvalue;
import org.thalweg.result.SpectrumResult;

/**
 * Eigenvalues as stems from zero with residual bars, and broad bars for errors over samples: the
 * largest on the left, the smallest on the right, so that the whole figure descends.
 */
final class SpectrumDrawing implements Figure.Drawing {
  private static final double LEFT = 82;
  private static final int MOST_VALUES_WRITTEN = 14;
  private static final double RADIUS = 5;
  private static final double BROAD = 16;
  private static final Color OVER_SAMPLES = new Color(0xE6, 0x9F, 0x00, 0x90);
  private static final BasicStroke STEM = new BasicStroke(1.6f);
  private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

  private final List<Place> places = new ArrayList<>();
  private final double slots;

  SpectrumDrawing(SpectrumResult spectrum) {
    int top = spectrum.top().size();
    int bottom = spectrum.bottom().size();
    for (int i = 0; i < top; i++) {
      places.add(new Place(i + 0.5, "λ" + subscript(i + 1), spectrum.top().get(i)));
    }
    double offset = top + (top > 0 && bottom > 0 ? 0.6 : 0);
    for (int i = bottom - 1; i >= 0; i--) {
      double slot = offset + (bottom - 1 - i) + 0.5;
      places.add(new Place(slot, "λ₋" + subscript(i + 1), spectrum.bottom().get(i)));
    }
    slots = Math.max(1, offset + bottom);
  }

  @Override
  public void paint(Graphics2D graphics, Rectangle2D area) {
    List<Tick> names = places.stream().map(place -> new Tick(place.slot(), place.name())).toList();
    Axis horizontal =
        new Axis("λ₁, λ₂, …: largest;  …, λ₋₂, λ₋₁: smallest", new NamedPlaces(names), 0, slots);
    Rectangle2D plot =
        new Rectangle2D.Double(
            area.getX() + LEFT,
            area.getY() + 26,
            area.getWidth() - LEFT - 10,
            area.getHeight() - 26 - 52);
    Panel panel = new Panel(graphics, plot, horizontal, EigenvalueScale.of(eigenvalues()).axis());
    panel.frame(true);
    if (places.stream().noneMatch(place -> Double.isFinite(place.eigenvalue().value()))) {
      panel.nothingToShow();
      return;
    }
    panel.level(0, Style.INK, Style.HAIR);
    places.forEach(place -> paint(panel, place));
    paintLegend(panel);
  }

  private List<Eigenvalue> eigenvalues() {
    return places.stream().map(Place::eigenvalue).toList();
  }

  private void paint(Panel panel, Place place) {
    double value = place.eigenvalue().value();
    double x = panel.x(place.slot());
    double y = panel.y(value);
    if (!Double.isFinite(y)) {
      return;
    }
    Color color = value < 0 ? Style.VERMILLION : Style.BLUE;
    Canvas canvas = panel.canvas();
    canvas.line(x, panel.y(0), x, y, color, STEM);
    double extent = overSamples(panel, x, place.eigenvalue());
    double residual = place.eigenvalue().residual();
    double upper = panel.y(value + residual);
    double lower = panel.y(value - residual);
    // A bar hidden by its own point would only be clutter.
    if (lower - upper > 2 * RADIUS) {
      canvas.line(x, upper, x, lower, Style.INK, Style.CURVE);
      canvas.line(x - 6, upper, x + 6, upper, Style.INK, Style.CURVE);
      canvas.line(x - 6, lower, x + 6, lower, Style.INK, Style.CURVE);
    }
    panel.dot(x, y, RADIUS, color);
    if (!place.eigenvalue().converged()) {
      double inner = RADIUS - 2;
      canvas.fill(
          new Ellipse2D.Double(x - inner, y - inner, 2 * inner, 2 * inner), Style.BACKGROUND);
    }
    if (places.size() <= MOST_VALUES_WRITTEN) {
      double beyond =
          value < 0 ? Math.max(y, lower) + 15 + extent : Math.min(y, upper) - 14 - extent;
      double at = Double.isFinite(beyond) ? beyond : value < 0 ? y + 15 : y - 14;
      canvas.text(NumberText.of(value, 3), Style.SMALL, Style.INK, x, at, Canvas.Align.CENTRE);
    }
  }

  /** A broad pale bar; returns by how much it reaches beyond the point, away from zero. */
  private static double overSamples(Panel panel, double x, Eigenvalue eigenvalue) {
    double error = eigenvalue.standardError();
    if (!Double.isFinite(error)) {
      return 0;
    }
    double value = eigenvalue.value();
    double upper = panel.y(value + error);
    double lower = panel.y(value - error);
    panel
        .canvas()
        .fill(new Rectangle2D.Double(x - BROAD / 2, upper, BROAD, lower - upper), OVER_SAMPLES);
    double y = panel.y(value);
    return Math.max(0, (value < 0 ? lower - y : y - upper) - RADIUS);
  }

  private void paintLegend(Panel panel) {
    List<Legend.Entry> entries = new ArrayList<>();
    entries.add(Legend.Entry.line("positive", Style.BLUE, Style.CURVE));
    if (eigenvalues().stream().anyMatch(eigenvalue -> eigenvalue.value() < 0)) {
      entries.add(Legend.Entry.line("negative", Style.VERMILLION, Style.CURVE));
    }
    entries.add(Legend.Entry.line("± residual ‖Hv − λv‖", Style.INK, Style.CURVE));
    if (eigenvalues().stream().anyMatch(one -> Double.isFinite(one.standardError()))) {
      entries.add(Legend.Entry.area("± standard error over samples", OVER_SAMPLES));
    }
    Legend.paint(panel, entries);
  }

  private static String subscript(int number) {
    StringBuilder text = new StringBuilder();
    for (char digit : Integer.toString(number).toCharArray()) {
      text.append(SUBSCRIPTS.charAt(digit - '0'));
    }
    return text.toString();
  }

  private record Place(double slot, String name, Eigenvalue eigenvalue) {}
}
