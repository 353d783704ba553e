package org.thalweg.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * sign(x) · log₁₀(1 + |x| / c): logarithmic far from zero on both sides, linear within about {@code
 * threshold} of it.
 *
 * @param threshold c &gt; 0
 */
record SymmetricLogarithmicScale(double threshold) implements Scale {
  @Override
  public double transform(double value) {
    return Math.signum(value) * Math.log10(1 + Math.abs(value) / threshold);
  }

  @Override
  public List<Tick> ticks(double low, double high, int atMost) {
    double reach = Math.max(Math.abs(low), Math.abs(high));
    int first = (int) Math.ceil(Math.log10(threshold) - 1e-9);
    int last = (int) Math.floor(Math.log10(reach) + 1e-9);
    int stride = (int) Math.max(1, Math.ceil(2.0 * (last - first + 1) / Math.max(1, atMost)));
    // So that the labels next to zero do not meet that of zero.
    double room = (transform(high) - transform(low)) / (1.5 * Math.max(1, atMost));
    List<Tick> ticks = new ArrayList<>();
    ticks.add(new Tick(0, "0"));
    for (int exponent = last; exponent >= first; exponent -= stride) {
      double value = Math.pow(10, exponent);
      if (transform(value) < room) {
        break;
      }
      addInside(ticks, -value, low, high);
      addInside(ticks, value, low, high);
    }
    return ticks;
  }

  private static void addInside(List<Tick> ticks, double value, double low, double high) {
    if (value >= low && value <= high) {
      ticks.add(new Tick(value, NumberText.of(value, 2)));
    }
  }
}
