package org.thalweg.figure;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * Figures as files; the same figure gives the same bytes on the same machine.
 *
 * <p>Works without a display. Needs one font: on a bare machine or container, fontconfig and any
 * TrueType font (Debian: {@code fontconfig fonts-dejavu-core}).
 */
public final class FigureFiles {
  /** Pixels per unit of a figure. */
  public static final int PNG_SCALE = 2;

  private FigureFiles() {}

  /**
   * A picture of {@value #PNG_SCALE} pixels per unit, so that it stays sharp on dense screens.
   *
   * @throws ThalwegException {@link ErrorCode#FONTS_MISSING}
   */
  public static byte[] png(Figure figure) {
    return png(figure, PNG_SCALE);
  }

  /**
   * A picture of so many pixels per unit.
   *
   * @throws ThalwegException {@link ErrorCode#FONTS_MISSING}
   */
  public static byte[] png(Figure figure, int scale) {
    return withFonts(() -> pngBytes(figure, scale));
  }

  /**
   * A drawing whose text stays text: selectable, and found by a search.
   *
   * @throws ThalwegException {@link ErrorCode#FONTS_MISSING}
   */
  public static byte[] svg(Figure figure) {
    return withFonts(() -> SvgDocument.bytes(figure));
  }

  private static byte[] pngBytes(Figure figure, int scale) {
    BufferedImage image =
        new BufferedImage(
            scale * figure.width(), scale * figure.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.scale(scale, scale);
      smooth(graphics);
      figure.paint(graphics);
    } finally {
      graphics.dispose();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static void smooth(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  /** The JDK reports missing fonts by errors of several kinds; a reader needs only one. */
  private static byte[] withFonts(Supplier<byte[]> painting) {
    try {
      return painting.get();
    } catch (LinkageError | InternalError | RuntimeException e) {
      if (comesFromFonts(e)) {
        throw fontsMissing(e);
      }
      throw e;
    }
  }

  private static boolean comesFromFonts(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      for (StackTraceElement element : cause.getStackTrace()) {
        if (element.getClassName().startsWith("sun.font.")) {
          return true;
        }
      }
      if (String.valueOf(cause.getMessage()).contains("sun.font.")) {
        return true;
      }
    }
    return false;
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static ThalwegException fontsMissing(Throwable cause) {
    return ThalwegException.of(ErrorCode.FONTS_MISSING)
        .expected("fontconfig and at least one font, to write text in pictures")
        .found(String.valueOf(rootOf(cause).getMessage()))
        .because(cause)
        .next("install them, on Debian with: apt-get install fontconfig fonts-dejavu-core");
  }
}
