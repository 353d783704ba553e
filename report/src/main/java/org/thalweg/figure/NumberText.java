package org.thalweg.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as a reader wants to see them: few digits, true minus signs, powers of ten. */
public final class NumberText {
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private NumberText() {}

  /**
   * {@code value} with at most {@code digits} significant digits and no trailing zeros; digits
   * before the decimal point are never replaced by zeros. Below 0.001 and from 100,000 on as a
   * multiple of a power of ten. NaN is a dash.
   */
  public static String of(double value, int digits) {
    if (Double.isNaN(value)) {
      return "—";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent < -3 || exponent >= 5) {
      return scientific(rounded.stripTrailingZeros(), exponent);
    }
    if (exponent >= digits) {
      rounded = new BigDecimal(value).setScale(0, RoundingMode.HALF_EVEN);
    }
    String text = rounded.stripTrailingZeros().toPlainString();
    return text.replace('-', '−');
  }

  /** {@code value} with exactly {@code decimals} decimals. */
  static String fixed(double value, int decimals) {
    BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
    return (rounded.signum() == 0 ? rounded.abs() : rounded).toPlainString().replace('-', '−');
  }

  private static String scientific(BigDecimal rounded, int exponent) {
    BigDecimal mantissa = rounded.scaleByPowerOfTen(-exponent);
    String power = "10" + superscript(exponent);
    if (mantissa.abs().compareTo(BigDecimal.ONE) == 0) {
      return mantissa.signum() < 0 ? "−" + power : power;
    }
    return mantissa.stripTrailingZeros().toPlainString().replace('-', '−') + "×" + power;
  }

  private static String superscript(int number) {
    StringBuilder text = new StringBuilder(number < 0 ? "⁻" : "");
    for (char digit : Integer.toString(Math.abs(number)).toCharArray()) {
      text.append(SUPERSCRIPTS.charAt(digit - '0'));
    }
    return text.toString();
  }
}
