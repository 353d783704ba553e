package org.thalweg.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.function.Consumer;

/** A field as filled bands between labelled level lines; cells with a missing corner stay blank. */
final class ContourDrawing implements Figure.Drawing {
  private final Plane plane;
  private final boolean marksLowest;
  private final Consumer<Panel> overlay;
  private final ContourBands bands;

  ContourDrawing(Plane plane) {
    this(plane, true, panel -> {});
  }

  /**
   * With something on top of the lines.
   *
   * @param marksLowest whether the lowest value is marked
   * @param overlay paints below the marks of θ and the lowest value
   */
  ContourDrawing(Plane plane, boolean marksLowest, Consumer<Panel> overlay) {
    this.marksLowest = marksLowest;
    this.plane = plane;
    this.overlay = overlay;
    this.bands = new ContourBands(plane, plane.scale().levels());
  }

  @Override
  public void paint(Graphics2D graphics, Rectangle2D area) {
    paintWithoutMarks(graphics, area).paintMarks(marksLowest);
  }

  /** Everything but the marks of special points. */
  PlaneFrame paintWithoutMarks(Graphics2D graphics, Rectangle2D area) {
    Axis horizontal = Axis.tight(plane.alphaName(), plane.alpha().stream());
    Axis vertical = Axis.tight(plane.betaName(), plane.beta().stream());
    PlaneFrame frame = PlaneFrame.of(plane, horizontal, vertical, graphics, area);
    Panel panel = frame.panel();
    bands.paint(panel);
    overlay.accept(panel);
    frame.paintAround(bands::colourAt);
    return frame;
  }
}
