package org.thalweg.report.study;

import org.thalweg.figure.NumberText;
import org.thalweg.statistics.Interval;
import org.thalweg.study.analysis.Estimate;

/** Numbers with their uncertainty as a reader wants to see them. */
final class Text {
  private static final int DIGITS = 4;
  private static final double SMALLEST = 1e-3;

  private Text() {}

  static String number(double value) {
    return NumberText.of(value, DIGITS);
  }

  /** E.g. {@code "2.1 [1.4, 3.2]"}. */
  static String interval(double estimate, double low, double high) {
    return number(estimate) + ends(low, high);
  }

  static String interval(Interval interval) {
    return interval(interval.estimate(), interval.low(), interval.high());
  }

  /** The ends in brackets; empty where they are not known. */
  static String ends(double low, double high) {
    return Double.isNaN(low) || Double.isNaN(high)
        ? ""
        : " [" + NumberText.of(low, 3) + ", " + NumberText.of(high, 3) + "]";
  }

  /** E.g. {@code "p = 0.012"}; empty where there is no test. */
  static String pValue(double p) {
    if (Double.isNaN(p)) {
      return "";
    }
    return p < SMALLEST ? "p < 0.001" : "p = " + NumberText.of(p, 2);
  }

  /** The p-value alone, for tables. */
  static String bareP(double p) {
    return p < SMALLEST ? "< 0.001" : NumberText.of(p, 2);
  }

  /** E.g. {@code "r = 0.71 [0.4, 0.87], p = 0.002"}. */
  static String estimate(String symbol, Estimate estimate) {
    String p = pValue(estimate.pValue());
    return symbol
        + " = "
        + NumberText.of(estimate.value(), 2)
        + ends2(estimate.interval())
        + (p.isEmpty() ? "" : ", " + p);
  }

  /** A coefficient for tables. */
  static String coefficient(Estimate estimate) {
    return NumberText.of(estimate.value(), 2) + ends2(estimate.interval());
  }

  private static String ends2(Interval interval) {
    return interval.known()
        ? " [" + NumberText.of(interval.low(), 2) + ", " + NumberText.of(interval.high(), 2) + "]"
        : "";
  }

  /** E.g. {@code "1 trial"}, {@code "20 trials"}. */
  static String count(long n, String one, String many) {
    return n + " " + (n == 1 ? one : many);
  }
}
