package org.thalweg.data.image;

import java.awt.Dimension;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * A PNG or JPEG file.
 *
 * <p>Grey levels are taken as stored (the upper 8 bits of 16); colours as sRGB; transparency is
 * ignored. A picture of more than {@value #MOST_PIXELS} pixels is refused before it is decoded.
 */
record ImageFile(Path path) {
  private static final long MOST_PIXELS = 1L << 26;

  /** Width and height, without decoding. */
  Dimension size() {
    return with(reader -> checkedSize(reader));
  }

  /** Whether it is decoded to grey levels. */
  boolean grey() {
    return grey(decode());
  }

  private static boolean grey(BufferedImage image) {
    if (image.getColorModel() instanceof IndexColorModel palette) {
      for (int i = 0; i < palette.getMapSize(); i++) {
        if (palette.getRed(i) != palette.getGreen(i) || palette.getRed(i) != palette.getBlue(i)) {
          return false;
        }
      }
      return true;
    }
    return image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
  }

  /**
   * Channels of bytes, each row by row: grey (from colours by the weights of ITU-R BT.601) or RGB.
   */
  byte[] channels(int count) {
    BufferedImage image = decode();
    int width = image.getWidth();
    int height = image.getHeight();
    int area = width * height;
    byte[] bytes = new byte[count * area];
    boolean levels = !(image.getColorModel() instanceof IndexColorModel) && grey(image);
    Raster raster = image.getRaster();
    int shift = Math.max(0, raster.getSampleModel().getSampleSize(0) - 8);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        // getRGB would bend grey levels by a gamma curve
        int level = levels ? raster.getSample(x, y, 0) >> shift : 0;
        int rgb = levels ? level * 0x010101 : image.getRGB(x, y);
        int at = y * width + x;
        if (count == 1) {
          bytes[at] = (byte) luma(rgb);
        } else {
          for (int channel = 0; channel < count; channel++) {
            bytes[channel * area + at] = (byte) (rgb >> (16 - 8 * channel));
          }
        }
      }
    }
    return bytes;
  }

  private static int luma(int rgb) {
    int red = rgb >> 16 & 0xff;
    int green = rgb >> 8 & 0xff;
    int blue = rgb & 0xff;
    return (299 * red + 587 * green + 114 * blue + 500) / 1000;
  }

  private BufferedImage decode() {
    return with(
        reader -> {
          checkedSize(reader);
          return reader.read(0);
        });
  }

  private Dimension checkedSize(ImageReader reader) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
      throw ThalwegException.of(ErrorCode.DATA_FORMAT)
          .expected("a picture of 1 to %d pixels at %s".formatted(MOST_PIXELS, path))
          .found("%d × %d".formatted(width, height))
          .next("remove it, or scale it down before");
    }
    return new Dimension(width, height);
  }

  private <T> T with(Reading<T> reading) {
    try (ImageInputStream in = new FileImageInputStream(path.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw damaged("other content", null);
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return reading.read(reader);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      if (e instanceof ThalwegException coded) {
        throw coded;
      }
      // the readers of the Java platform answer damaged files with many unchecked exceptions
      throw damaged(String.valueOf(e.getMessage()), e);
    }
  }

  private ThalwegException damaged(String found, @Nullable Exception cause) {
    var error =
        ThalwegException.of(ErrorCode.DATA_CORRUPT)
            .expected("a PNG or JPEG picture, grey or RGB, at " + path)
            .found(found);
    return (cause == null ? error : error.because(cause))
        .next("remove the file, or convert it to PNG");
  }

  /** What to do with an open picture. */
  @FunctionalInterface
  private interface Reading<T> {
    T read(ImageReader reader) throws IOException;
  }
}
