package org.thalweg.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/**
 * A picture of a result, ready to be painted on any {@link Graphics2D}; the same figure always
 * paints the same marks.
 *
 * @param name unique among the figures of a run, fit for a file name
 * @param title one line, painted above the picture
 * @param note a second line in smaller type: what a reader must know about scales, clipping and
 *     gaps; may be empty
 * @param description what the picture shows, in words, for those who cannot see it
 * @param width in user units; one unit is one pixel at normal size
 * @param height in the same units
 * @param drawing paints everything below the title
 */
public record Figure(
    String name,
    String title,
    String note,
    String description,
    int width,
    int height,
    Drawing drawing) {

  /** Paints the content of a figure into the area that its title leaves free. */
  @FunctionalInterface
  public interface Drawing {
    void paint(Graphics2D graphics, Rectangle2D area);
  }

  /** Paints background, title, note and content; leaves the graphics as it found it. */
  public void paint(Graphics2D graphics) {
    Canvas canvas = new Canvas(graphics);
    canvas.fill(new Rectangle2D.Double(0, 0, width, height), Style.BACKGROUND);
    double top = 12;
    top = canvas.paragraph(title, Style.TITLE, Style.INK, 20, top, width - 40.0);
    if (!note.isEmpty()) {
      top = canvas.paragraph(note, Style.LABEL, Style.MUTED, 20, top + 2, width - 40.0);
    }
    top += 10;
    drawing.paint(graphics, new Rectangle2D.Double(14, top, width - 28.0, height - top - 12));
  }
}
