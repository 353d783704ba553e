package org.thalweg.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.thalweg.result.AuditResult;
import org.thalweg.result.AuditRow;
import org.thalweg.result.AuditVerdict;
import org.thalweg.result.Invariance;

/**
 * One row for each measure, one mark for each rescaling: where the value went, as a ratio on a
 * logarithmic axis. Round marks are rescalings of whole layers, diamonds of single units.
 */
final class AuditDrawing implements Figure.Drawing {
  private static final double NAMES = 290;
  private static final double ROW = 46;
  private static final double LEGEND = 28;
  private static final double RADIUS = 5;

  /** The palette of Okabe and Ito, without the yellow that vanishes on white. */
  private static final List<Color> COLOURS =
      List.of(
          Style.BLUE,
          Style.VERMILLION,
          Style.GREEN,
          new Color(0xcc79a7),
          new Color(0xe69f00),
          new Color(0x56b4e9));

  private final List<String> measures;
  private final List<String> rescalings;
  private final List<AuditRow> rows;

  AuditDrawing(AuditResult audit) {
    measures = audit.measures();
    rescalings = audit.rescalings();
    rows = audit.rows();
  }

  int height() {
    return (int) (measures.size() * ROW + LEGEND) + 60;
  }

  @Override
  public void paint(Graphics2D graphics, Rectangle2D area) {
    Rectangle2D plot =
        new Rectangle2D.Double(
            area.getX() + NAMES,
            area.getY() + LEGEND,
            area.getWidth() - NAMES - 14,
            area.getHeight() - LEGEND - 52);
    Axis vertical = new Axis("", new NamedPlaces(List.of()), 0, measures.size());
    Panel panel = new Panel(graphics, plot, ratioAxis(), vertical);
    panel.frame(true);
    double one = panel.x(1);
    panel.canvas().line(one, plot.getY(), one, plot.getMaxY(), Style.INK, Style.DASHED);
    for (int i = 0; i < measures.size(); i++) {
      paintMeasure(panel, measures.get(i), panel.y(measures.size() - i - 0.5));
    }
    paintLegend(panel);
  }

  /** Around 1, which always has a place. */
  private Axis ratioAxis() {
    double[] ratios = rows.stream().mapToDouble(AuditRow::ratio).filter(this::hasPlace).toArray();
    double low = 0.8;
    double high = 1.25;
    for (double ratio : ratios) {
      low = Math.min(low, ratio / 1.3);
      high = Math.max(high, ratio * 1.3);
    }
    return new Axis("value after / value before, log scale", new LogarithmicScale(), low, high);
  }

  private boolean hasPlace(double ratio) {
    return ratio > 0 && Double.isFinite(ratio);
  }

  private void paintMeasure(Panel panel, String measure, double y) {
    Canvas canvas = panel.canvas();
    double left = panel.plot().getX();
    canvas.line(left, y + ROW / 2, panel.plot().getMaxX(), y + ROW / 2, Style.GRID, Style.HAIR);
    List<AuditRow> own = rows.stream().filter(row -> row.measure().equals(measure)).toList();
    String name = canvas.shortened(measure, Style.LABEL, NAMES - 16);
    canvas.text(name, Style.LABEL, Style.INK, left - 9, y - 8, Canvas.Align.RIGHT);
    String theory = theory(own.get(0).invariance());
    canvas.text(theory, Style.SMALL, Style.MUTED, left - 9, y + 9, Canvas.Align.RIGHT);
    double step = (ROW - 16) / Math.max(1, rescalings.size() - 1);
    for (AuditRow row : own) {
      int index = rescalings.indexOf(row.rescaling());
      double at = rescalings.size() < 2 ? y : y - (ROW - 16) / 2 + index * step;
      if (hasPlace(row.ratio())) {
        paintMark(panel, row, panel.x(row.ratio()), at, colour(index));
      } else {
        String reason = row.verdict() == AuditVerdict.MISSING ? "not measured" : "changes sign";
        double right = panel.plot().getMaxX() - 6;
        canvas.text(reason, Style.SMALL, colour(index), right, at, Canvas.Align.RIGHT);
      }
    }
  }

  private static void paintMark(Panel panel, AuditRow row, double x, double y, Color colour) {
    Canvas canvas = panel.canvas();
    canvas.line(panel.x(1), y, x, y, colour, new BasicStroke(1.4f));
    if (row.unitwise()) {
      double r = RADIUS + 1.5;
      Path2D diamond = new Path2D.Double();
      diamond.moveTo(x, y - r);
      diamond.lineTo(x + r, y);
      diamond.lineTo(x, y + r);
      diamond.lineTo(x - r, y);
      diamond.closePath();
      canvas.fill(diamond, colour);
    } else {
      canvas.fill(new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS), colour);
    }
    if (row.verdict() == AuditVerdict.VIOLATED) {
      double r = RADIUS + 5;
      canvas.stroke(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r), Style.INK, Style.CURVE);
    }
  }

  private static String theory(Invariance invariance) {
    return switch (invariance) {
      case UNITS -> "must stay";
      case LAYERS -> "must stay when whole layers are rescaled";
      case NONE -> "may move";
    };
  }

  private void paintLegend(Panel panel) {
    List<Legend.Entry> entries = new ArrayList<>();
    for (int i = 0; i < rescalings.size(); i++) {
      entries.add(Legend.Entry.line(rescalings.get(i), colour(i), Style.CURVE));
    }
    Legend.paint(panel, entries);
  }

  private static Color colour(int index) {
    return COLOURS.get(index % COLOURS.size());
  }
}
