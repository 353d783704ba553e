package org.thalweg.figure;

import java.util.ArrayList;
import java.util.List;

/** Equal distances for equal differences. */
record LinearScale() implements Scale {
  @Override
  public double transform(double value) {
    return value;
  }

  @Override
  public List<Tick> ticks(double low, double high, int atMost) {
    if (!(high > low)) {
      return List.of(new Tick(low, NumberText.of(low, 4)));
    }
    double step = roundStep((high - low) / Math.max(1, atMost));
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    if (step < 10 && isTwoAndAHalf(step)) {
      decimals++;
    }
    boolean plain = decimals <= 4 && Math.max(Math.abs(low), Math.abs(high)) < 1e5;
    List<Tick> ticks = new ArrayList<>();
    double slack = 1e-9 * step;
    for (double k = Math.ceil((low - slack) / step); k * step <= high + slack; k++) {
      double value = k * step;
      ticks.add(
          new Tick(value, plain ? NumberText.fixed(value, decimals) : NumberText.of(value, 4)));
    }
    return ticks;
  }

  /** The smallest of 1, 2, 2.5, 5 times a power of ten that is at least {@code least}. */
  static double roundStep(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double factor : new double[] {1, 2, 2.5, 5}) {
      if (factor * power >= least * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  private static boolean isTwoAndAHalf(double step) {
    double mantissa = step / Math.pow(10, Math.floor(Math.log10(step) + 1e-9));
    return Math.abs(mantissa - 2.5) < 1e-6;
  }
}
