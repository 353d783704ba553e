package org.thalweg.result;

import java.util.ArrayList;
import java.util.List;

/** The numbers a table shows of many losses; the finite ones count. */
final class LossSummary {
  private LossSummary() {}

  static List<Measurement> of(String where, Values loss, Values standardError, Outcome outcome) {
    List<Measurement> all = new ArrayList<>();
    all.add(at("lowest loss " + where, loss.indexOfLowest(), loss, standardError, outcome));
    all.add(at("highest loss " + where, loss.indexOfHighest(), loss, standardError, outcome));
    long without = loss.stream().filter(value -> !Double.isFinite(value)).count();
    if (without > 0) {
      all.add(Measurement.exact("points without a finite loss", (double) without, outcome));
    }
    return all;
  }

  private static Measurement at(
      String name, int index, Values loss, Values standardError, Outcome outcome) {
    double value = index < 0 ? Double.NaN : loss.get(index);
    double error = index < 0 ? Double.NaN : standardError.get(index);
    return new Measurement(name, value, error, "standard error over samples", outcome);
  }
}
