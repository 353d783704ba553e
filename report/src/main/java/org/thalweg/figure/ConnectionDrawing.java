package org.thalweg.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.thalweg.result.Barrier;
import org.thalweg.result.ConnectionResult;
import org.thalweg.result.PathProfile;
import org.thalweg.result.Values;

/**
 * Loss with error bands along a path, over each set of samples and on the straight line for
 * comparison, all on one scale; the error below where the task has one. The barrier is drawn where
 * it is attained, from the line between the ends up to the loss.
 */
final class ConnectionDrawing implements Figure.Drawing {
  private static final double LEFT = 82;
  private static final double AXIS_ROOM = 52;
  private static final double LEGEND_ROOM = 30;
  private static final Color[] COLOURS = {Style.BLUE, Style.VERMILLION, Style.GREEN};

  private final ConnectionResult result;
  private final Values share;

  ConnectionDrawing(ConnectionResult result) {
    this.result = result;
    double length = result.length();
    this.share =
        length > 0
            ? Values.of(result.arcLength().stream().map(s -> s / length).toArray())
            : result.t();
  }

  static boolean hasError(ConnectionResult result) {
    return result.profiles().stream()
        .anyMatch(profile -> profile.accuracy().stream().anyMatch(Double::isFinite));
  }

  @Override
  public void paint(Graphics2D graphics, Rectangle2D area) {
    boolean two = hasError(result);
    double lossHeight = area.getHeight() * (two ? 0.58 : 1);
    Axis horizontal =
        Axis.tight(
            "share of the way travelled from A (0) to B (1); the path is %s long, A and B are %s apart"
                .formatted(
                    NumberText.of(result.length(), 4),
                    NumberText.of(result.similarity().distance(), 4)),
            DoubleStream.of(0, 1));
    Axis losses =
        Axis.linear(
            "mean loss",
            all()
                .flatMapToDouble(
                    profile ->
                        DoubleStream.concat(
                            profile.loss().stream(), shifted(profile, 1).stream())));
    Panel panel = new Panel(graphics, plot(area, 0, lossHeight), horizontal, losses);
    panel.frame(true);
    if (all().flatMapToDouble(profile -> profile.loss().stream()).noneMatch(Double::isFinite)) {
      panel.nothingToShow();
    } else {
      paintLosses(panel);
    }
    if (two) {
      Axis errors =
          Axis.linear(
              "share of wrong answers", all().flatMapToDouble(profile -> profile.error().stream()));
      paintErrors(
          new Panel(
              graphics, plot(area, lossHeight, area.getHeight() - lossHeight), horizontal, errors));
    }
  }

  private void paintLosses(Panel panel) {
    List<Legend.Entry> entries = new ArrayList<>();
    result
        .straight()
        .ifPresent(
            line -> {
              panel.curve(result.t(), line.loss(), Style.MUTED, Style.DASHED);
              entries.add(
                  Legend.Entry.line("straight line, " + line.samples(), Style.MUTED, Style.DASHED));
            });
    for (int i = 0; i < result.profiles().size(); i++) {
      PathProfile profile = result.profiles().get(i);
      Color colour = COLOURS[i % COLOURS.length];
      panel.band(share, shifted(profile, -1), shifted(profile, 1), Style.withAlpha(colour, 45));
      panel.curve(share, profile.loss(), colour, Style.CURVE);
      entries.add(Legend.Entry.line(profile.samples() + " ± 1 s.e.", colour, Style.CURVE));
    }
    paintBarrier(panel);
    Legend.paint(panel, entries);
  }

  /** The line between the ends of the first profile, and the rise above it. */
  private void paintBarrier(Panel panel) {
    PathProfile profile = result.profile();
    Barrier barrier = profile.lossBarrier();
    int last = profile.loss().size() - 1;
    if (!Double.isFinite(barrier.height()) || barrier.height() <= 0) {
      return;
    }
    double first = profile.loss().get(0);
    double end = profile.loss().get(last);
    // Against t: the line between the ends is straight in t, the curve may run unevenly.
    Values chord = Values.of(result.t().stream().map(t -> (1 - t) * first + t * end).toArray());
    panel.curve(share, chord, Style.AXIS, Style.HAIR);
    for (int i = 0; i <= last; i++) {
      if (result.t().get(i) == barrier.at()) {
        double x = panel.x(share.get(i));
        double low = panel.y(chord.get(i));
        double high = panel.y(profile.loss().get(i));
        BasicStroke stroke = new BasicStroke(1.6f);
        panel.canvas().line(x, low, x, high, Style.INK, stroke);
        panel.canvas().line(x - 5, low, x + 5, low, Style.INK, stroke);
        panel.canvas().line(x - 5, high, x + 5, high, Style.INK, stroke);
        String text =
            "barrier " + ConnectionFigures.number(barrier.height(), barrier.heightStandardError());
        boolean left = share.get(i) > 0.65;
        panel
            .canvas()
            .text(
                text,
                Style.LABEL,
                Style.INK,
                left ? x - 9 : x + 9,
                (low + high) / 2,
                left ? Canvas.Align.RIGHT : Canvas.Align.LEFT);
      }
    }
  }

  private void paintErrors(Panel panel) {
    panel.frame(true);
    result
        .straight()
        .ifPresent(line -> panel.curve(result.t(), line.error(), Style.MUTED, Style.DASHED));
    for (int i = 0; i < result.profiles().size(); i++) {
      panel.curve(
          share, result.profiles().get(i).error(), COLOURS[i % COLOURS.length], Style.CURVE);
    }
  }

  private Stream<PathProfile> all() {
    return Stream.concat(result.profiles().stream(), result.straight().stream());
  }

  private static Rectangle2D plot(Rectangle2D area, double top, double height) {
    return new Rectangle2D.Double(
        area.getX() + LEFT,
        area.getY() + top + LEGEND_ROOM,
        area.getWidth() - LEFT - 10,
        height - LEGEND_ROOM - AXIS_ROOM);
  }

  private static Values shifted(PathProfile profile, int sign) {
    double[] shifted = new double[profile.loss().size()];
    for (int i = 0; i < shifted.length; i++) {
      shifted[i] = profile.loss().get(i) + sign * profile.lossStandardError().get(i);
    }
    return Values.of(shifted);
  }
}
