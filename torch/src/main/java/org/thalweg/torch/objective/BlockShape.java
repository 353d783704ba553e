package org.thalweg.torch.objective;

/**
 * How much of a line or plane goes through a network in one call of libtorch: so many samples at so
 * many points.
 *
 * <p>The widest layer's answers are 256 KB for one point, so that those along θ and two directions
 * stay in the second-level cache, and at most 2 MB for a block, so that an operation finds what the
 * one before it wrote and the ten or so calls of libtorch (a few µs each) cost little beside their
 * work. For {@code mlp:256} and {@code mlp:20} half or twice of the 2 MB changed the time by less
 * than a tenth; 512 KB for a point took half as long again on a machine with 1 MB of second-level
 * cache. Sizes alone decide, not a measurement: another division of the samples would round
 * differently in float32, and a result would depend on the moment.
 *
 * <p>Rows are filled up to whole vector registers. Some functions of libtorch treat what is left
 * over at the end of its memory by another formula, so that the last bit of a number would depend
 * on how many points were evaluated with it.
 *
 * @param samples in one part of the data, the last part excepted
 * @param points at most
 */
record BlockShape(int samples, int points) {
  private static final long BLOCK_BYTES = 2L << 20;
  private static final long POINT_BYTES = 1L << 18;
  private static final int FEWEST_SAMPLES = 64;
  private static final int MOST_POINTS = 256;

  /** Numbers that libtorch computes at a time, at most: two registers of 512 bits. */
  private static final int LANES = 32;

  /**
   * For a network whose widest layer has so many units.
   *
   * @param bytes of a number
   */
  static BlockShape of(int samples, int widest, int bytes) {
    long unit = (long) widest * bytes;
    int most = (int) Math.max(FEWEST_SAMPLES, Math.min(samples, POINT_BYTES / unit));
    int parts = (samples + most - 1) / most;
    int size = row((samples + parts - 1) / parts);
    long points = Math.max(1, Math.min(MOST_POINTS, BLOCK_BYTES / (unit * size)));
    return new BlockShape(size, (int) points);
  }

  /** The length of the row that holds so many samples. */
  static int row(int samples) {
    return (samples + LANES - 1) / LANES * LANES;
  }
}
