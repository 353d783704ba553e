package org.thalweg.data.image;

/**
 * Scales a channel of bytes by area: each new pixel is the mean of what it covers, partly covered
 * pixels in proportion, rounded half up. The same on every machine, unlike the scaling of graphics
 * libraries; enlarging repeats pixels.
 */
final class AreaScaling {
  private AreaScaling() {}

  /** Scales channels of {@code height × width} that lie one after the other. */
  static byte[] scale(
      byte[] pixels, int channels, int height, int width, int newHeight, int newWidth) {
    if (height == newHeight && width == newWidth) {
      return pixels;
    }
    byte[] scaled = new byte[channels * newHeight * newWidth];
    double[] between = new double[height * newWidth];
    for (int channel = 0; channel < channels; channel++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < newWidth; x++) {
          int row = (channel * height + y) * width;
          between[y * newWidth + x] =
              mean(x, width, newWidth, i -> Byte.toUnsignedInt(pixels[row + i]));
        }
      }
      for (int y = 0; y < newHeight; y++) {
        for (int x = 0; x < newWidth; x++) {
          int column = x;
          double value = mean(y, height, newHeight, i -> between[i * newWidth + column]);
          scaled[(channel * newHeight + y) * newWidth + x] = (byte) Math.floor(value + 0.5);
        }
      }
    }
    return scaled;
  }

  /** The mean over [k n/m, (k + 1) n/m) of a step function with n steps. */
  private static double mean(int k, int n, int m, Steps steps) {
    // in units of 1/m, so that the borders are whole numbers
    long from = (long) k * n;
    long to = from + n;
    double sum = 0;
    for (long i = from / m; i * m < to; i++) {
      long covered = Math.min(to, (i + 1) * m) - Math.max(from, i * m);
      sum += covered * steps.at((int) i);
    }
    return sum / n;
  }

  /** A value for each step. */
  @FunctionalInterface
  private interface Steps {
    double at(int index);
  }
}
