package org.thalweg.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.DoubleStream;
import org.thalweg.result.SliceBandResult;
import org.thalweg.result.Values;

/** Every line faintly, the middle 90 % as an area, the mean with its standard error on top. */
final class SliceBandDrawing implements Figure.Drawing {
  private static final double LEFT = 82;
  private static final double AXIS_ROOM = 52;
  private static final double LEGEND_ROOM = 26;
  private static final int MOST_LINES = 100;
  private static final BasicStroke THIN = new BasicStroke(0.8f);

  private final SliceBandResult band;

  SliceBandDrawing(SliceBandResult band) {
    this.band = band;
  }

  @Override
  public void paint(Graphics2D graphics, Rectangle2D area) {
    Rectangle2D plot =
        new Rectangle2D.Double(
            area.getX() + LEFT,
            area.getY() + LEGEND_ROOM,
            area.getWidth() - LEFT - 10,
            area.getHeight() - LEGEND_ROOM - AXIS_ROOM);
    Axis horizontal =
        Axis.linear("α (along each d: " + band.directions() + ")", band.alpha().stream());
    Axis vertical = Axis.forRange("mean loss", () -> band.loss().values().stream());
    Panel panel = new Panel(graphics, plot, horizontal, vertical);
    panel.frame(true);
    if (band.loss().values().stream().noneMatch(Double::isFinite)) {
      panel.nothingToShow();
      return;
    }
    panel.upright(0, "θ");
    Color middle = Style.withAlpha(Style.BLUE, 50);
    Color line = Style.withAlpha(Style.AXIS, 110);
    Color error = Style.withAlpha(Style.VERMILLION, 110);
    panel.band(band.alpha(), band.quantile(0.05), band.quantile(0.95), middle);
    for (int k = 0; k < Math.min(band.count(), MOST_LINES); k++) {
      panel.curve(band.alpha(), band.slice(k).loss(), line, THIN);
    }
    Values mean = band.mean();
    Values spread = band.standardError();
    panel.band(
        band.alpha(),
        shifted(mean, spread, -1, vertical.low()),
        shifted(mean, spread, 1, vertical.low()),
        error);
    panel.curve(band.alpha(), mean, Style.VERMILLION, Style.CURVE);
    Legend.paint(
        panel,
        List.of(
            Legend.Entry.line("mean", Style.VERMILLION, Style.CURVE),
            Legend.Entry.area("± 1 standard error over directions", error),
            Legend.Entry.area("5 to 95 % of directions", middle),
            Legend.Entry.line("each", line, THIN)));
  }

  /** Never below the axis, which may be logarithmic. */
  private static Values shifted(Values mean, Values error, int sign, double lowest) {
    return Values.of(
        DoubleStream.iterate(0, i -> i < mean.size(), i -> i + 1)
            .map(i -> mean.get((int) i) + sign * error.get((int) i))
            .map(value -> Math.max(lowest, value))
            .toArray());
  }
}
