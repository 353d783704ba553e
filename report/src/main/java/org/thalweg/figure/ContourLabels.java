package org.thalweg.figure;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts the value of a level into its lines, along the line, where it is straight and where no other
 * line or label is near.
 */
final class ContourLabels {
  private static final double GAP = 4;
  private static final double NEAREST = 46;
  private static final double STEP = 6;
  private static final double MARGIN = 14;
  private static final int MOST_PER_LEVEL = 2;

  private static final double CLEARANCE = 8;

  private final Panel panel;
  private final List<List<ScreenLine>> linesByLevel;
  private final List<List<Point2D>> pointsByLevel;
  private final List<Point2D> taken = new ArrayList<>();

  /**
   * @param linesByLevel the lines of every level of the figure
   */
  ContourLabels(Panel panel, List<List<ScreenLine>> linesByLevel) {
    this.panel = panel;
    this.linesByLevel = linesByLevel;
    this.pointsByLevel =
        linesByLevel.stream()
            .map(lines -> lines.stream().flatMap(line -> line.spaced(STEP).stream()).toList())
            .toList();
    taken.add(new Point2D.Double(panel.x(0), panel.y(0)));
  }

  /** Writes {@code text} into lines of one level; returns these lines with room left for it. */
  List<ScreenLine> label(String text, int level, Color ink) {
    double width = panel.canvas().widthOf(text, Style.SMALL) + 2 * GAP;
    List<ScreenLine> byLength = new ArrayList<>(linesByLevel.get(level));
    byLength.sort((a, b) -> Double.compare(b.length(), a.length()));
    List<ScreenLine> pieces = new ArrayList<>();
    int placed = 0;
    for (ScreenLine line : byLength) {
      Optional<Place> best =
          placed < MOST_PER_LEVEL && line.length() > 2.5 * width
              ? bestPlace(line, width, level)
              : Optional.empty();
      if (best.isEmpty()) {
        pieces.add(line);
        continue;
      }
      placed++;
      Place place = best.get();
      taken.add(place.centre);
      pieces.add(line.between(0, place.s - width / 2));
      pieces.add(line.between(place.s + width / 2, line.length()));
      panel
          .canvas()
          .turnedText(
              text, Style.SMALL, ink, place.centre.getX(), place.centre.getY(), place.angle);
    }
    return pieces;
  }

  private Optional<Place> bestPlace(ScreenLine line, double width, int level) {
    Optional<Place> best = Optional.empty();
    double bestScore = 0.72;
    for (double s = 0.6 * width; s <= line.length() - 0.6 * width; s += STEP) {
      Point2D start = line.at(s - width / 2);
      Point2D end = line.at(s + width / 2);
      Point2D centre =
          new Point2D.Double((start.getX() + end.getX()) / 2, (start.getY() + end.getY()) / 2);
      double angle = readable(Math.atan2(end.getY() - start.getY(), end.getX() - start.getX()));
      double straightness = start.distance(end) / width;
      double score = straightness - 0.12 * Math.abs(angle) / (Math.PI / 2);
      if (score > bestScore && isFree(centre, width) && isClear(start, centre, end, level)) {
        bestScore = score;
        best = Optional.of(new Place(s, centre, angle));
      }
    }
    return best;
  }

  private boolean isFree(Point2D centre, double width) {
    double margin = Math.max(MARGIN, width / 2);
    boolean inside =
        centre.getX() > panel.plot().getX() + margin
            && centre.getX() < panel.plot().getMaxX() - margin
            && centre.getY() > panel.plot().getY() + MARGIN
            && centre.getY() < panel.plot().getMaxY() - MARGIN;
    double nearest = Math.max(NEAREST, width);
    return inside && taken.stream().allMatch(other -> other.distance(centre) > nearest);
  }

  private boolean isClear(Point2D start, Point2D centre, Point2D end, int level) {
    for (int other = 0; other < pointsByLevel.size(); other++) {
      for (Point2D point : other == level ? List.<Point2D>of() : pointsByLevel.get(other)) {
        if (point.distance(start) < CLEARANCE
            || point.distance(centre) < CLEARANCE
            || point.distance(end) < CLEARANCE) {
          return false;
        }
      }
    }
    return true;
  }

  /** Never upside down. */
  private static double readable(double angle) {
    return angle > Math.PI / 2 ? angle - Math.PI : angle <= -Math.PI / 2 ? angle + Math.PI : angle;
  }

  private record Place(double s, Point2D centre, double angle) {}
}
