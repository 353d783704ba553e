package org.thalweg.probe.sharpness;

import org.hipparchus.stat.StatUtils;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** How wide the bins of a histogram are that starts at the lowest value. */
public sealed interface BinRule {
  /** The width for these values, which are finite; 0 if all are equal. */
  double width(double[] values);

  /**
   * 2·IQR/∛n (Freedman, Diaconis 1981), the range divided by √n where the quartiles coincide though
   * the values differ.
   */
  record FreedmanDiaconis() implements BinRule {
    @Override
    public double width(double[] values) {
      double quartiles = StatUtils.percentile(values, 75) - StatUtils.percentile(values, 25);
      double range = StatUtils.max(values) - StatUtils.min(values);
      return quartiles > 0
          ? 2 * quartiles / Math.cbrt(values.length)
          : range / Math.sqrt(values.length);
    }
  }

  /**
   * The range divided into so many.
   *
   * @param bins their number
   */
  record FixedNumber(int bins) implements BinRule {
    public FixedNumber {
      if (bins < 1) {
        throw ThalwegException.of(ErrorCode.INVALID_OPTION)
            .expected("at least 1 bin")
            .found(Integer.toString(bins))
            .next("give a positive number of bins");
      }
    }

    @Override
    public double width(double[] values) {
      return (StatUtils.max(values) - StatUtils.min(values)) / bins;
    }
  }
}
