package org.thalweg.study.claim;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.thalweg.statistics.Interval;

/** Numbers in sentences. */
final class Numbers {
  private static final MathContext THREE_DIGITS = new MathContext(3);
  private static final double SMALL = 1e-4;
  private static final double SMALLEST_P = 1e-3;
  private static final double LARGE = 1e6;

  private Numbers() {}

  /** Three digits, and no zeros at the end. */
  static String plain(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "?" : value > 0 ? "∞" : "−∞";
    }
    if (value == 0) {
      return "0";
    }
    if (Math.abs(value) < SMALL || Math.abs(value) >= LARGE) {
      return String.format(Locale.ROOT, "%.1e", value);
    }
    return new BigDecimal(value).round(THREE_DIGITS).stripTrailingZeros().toPlainString();
  }

  /** E.g. {@code "2.1 [1.4, 3.2]"}. */
  static String interval(Interval interval) {
    String ends =
        interval.known() ? " [" + plain(interval.low()) + ", " + plain(interval.high()) + "]" : "";
    return plain(interval.estimate()) + ends;
  }

  /** E.g. {@code "p = 0.012"}, {@code "p < 0.001"}. */
  static String pValue(double p) {
    return p < SMALLEST_P ? "p < 0.001" : "p = " + plain(p);
  }
}
