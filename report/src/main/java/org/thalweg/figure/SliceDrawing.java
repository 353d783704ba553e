package org.thalweg.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.DoubleStream;
import org.thalweg.result.SliceResult;
import org.thalweg.result.Values;

/** Loss with its error band along a line, and the accuracy below it where the task has one. */
final class SliceDrawing implements Figure.Drawing {
  private static final double LEFT = 82;
  private static final double AXIS_ROOM = 52;
  private static final double LEGEND_ROOM = 26;

  private final SliceResult slice;
  private final Values lower;
  private final Values upper;

  SliceDrawing(SliceResult slice) {
    this.slice = slice;
    this.lower = shifted(slice, -1);
    this.upper = shifted(slice, 1);
  }

  static boolean hasAccuracy(SliceResult slice) {
    return slice.accuracy().stream().anyMatch(Double::isFinite);
  }

  @Override
  public void paint(Graphics2D graphics, Rectangle2D area) {
    boolean two = hasAccuracy(slice);
    double lossHeight = area.getHeight() * (two ? 0.62 : 1);
    Axis horizontal = Axis.linear("α (along d: " + slice.direction() + ")", slice.alpha().stream());
    paintLoss(new Panel(graphics, plot(area, 0, lossHeight), horizontal, lossAxis()));
    if (two) {
      Axis vertical = Axis.linear("accuracy", slice.accuracy().stream());
      Rectangle2D plot = plot(area, lossHeight, area.getHeight() - lossHeight);
      Panel panel = new Panel(graphics, plot, horizontal, vertical);
      panel.frame(true);
      panel.upright(0, "");
      panel.curve(slice.alpha(), slice.accuracy(), Style.GREEN, Style.CURVE);
      Legend.paint(panel, List.of(Legend.Entry.line("accuracy", Style.GREEN, Style.CURVE)));
    }
  }

  private void paintLoss(Panel panel) {
    panel.frame(true);
    if (slice.loss().stream().noneMatch(Double::isFinite)) {
      panel.nothingToShow();
      return;
    }
    panel.upright(0, "θ");
    var shade = Style.withAlpha(Style.BLUE, 60);
    Values visible =
        Values.of(lower.stream().map(value -> Math.max(value, panel.vertical().low())).toArray());
    panel.band(slice.alpha(), visible, upper, shade);
    panel.curve(slice.alpha(), slice.loss(), Style.BLUE, Style.CURVE);
    Legend.paint(
        panel,
        List.of(
            Legend.Entry.line("mean loss", Style.BLUE, Style.CURVE),
            Legend.Entry.area("± 1 standard error over samples", shade)));
  }

  private Axis lossAxis() {
    // A band that reaches below zero must not keep the axis from being logarithmic.
    return Axis.forRange(
        "mean loss",
        () ->
            DoubleStream.concat(slice.loss().stream(), upper.stream().filter(value -> value > 0)));
  }

  private static Rectangle2D plot(Rectangle2D area, double top, double height) {
    return new Rectangle2D.Double(
        area.getX() + LEFT,
        area.getY() + top + LEGEND_ROOM,
        area.getWidth() - LEFT - 10,
        height - LEGEND_ROOM - AXIS_ROOM);
  }

  private static Values shifted(SliceResult slice, int sign) {
    double[] shifted = new double[slice.loss().size()];
    for (int i = 0; i < shifted.length; i++) {
      shifted[i] = slice.loss().get(i) + sign * slice.lossStandardError().get(i);
    }
    return Values.of(shifted);
  }
}
