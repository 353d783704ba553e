package org.thalweg.result;

import java.util.List;

/** The numbers a table shows of many losses. */
final class LossSummary {
  private LossSummary() {}

  static List<Measurement> of(String where, Values loss, Values standardError, Outcome outcome) {
    int lowest = -1;
    int highest = -1;
    for (int i = 0; i < loss.size(); i++) {
      if (Double.isFinite(loss.get(i))) {
        lowest = lowest < 0 || loss.get(i) < loss.get(lowest) ? i : lowest;
        highest = highest < 0 || loss.get(i) > loss.get(highest) ? i : highest;
      }
    }
    return List.of(
        at("lowest loss " + where, lowest, loss, standardError, outcome),
        at("highest loss " + where, highest, loss, standardError, outcome));
  }

  private static Measurement at(
      String name, int index, Values loss, Values standardError, Outcome outcome) {
    double value = index < 0 ? Double.NaN : loss.get(index);
    double error = index < 0 ? Double.NaN : standardError.get(index);
    return new Measurement(name, value, error, "standard error over samples", outcome);
  }
}
