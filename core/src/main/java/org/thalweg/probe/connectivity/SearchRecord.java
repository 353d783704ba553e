package org.thalweg.probe.connectivity;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.result.Outcome;
import org.thalweg.result.PathSearch;
import org.thalweg.result.Values;

/** What a search notes at each iteration, thinned to means over at most 200 equal stretches. */
final class SearchRecord {
  private static final int ENTRIES = 200;

  private final int stretch;
  private final List<Double> steps = new ArrayList<>();
  private final List<Double> values = new ArrayList<>();
  private double sum;
  private int count;
  private int step;

  SearchRecord(int budget) {
    this.stretch = (budget + ENTRIES - 1) / ENTRIES;
  }

  void add(double value) {
    step++;
    sum += value;
    count++;
    if (count == stretch) {
      flush();
    }
  }

  /** The search as a result; the last stretch may be shorter. */
  PathSearch finish(String method, String quantity, Outcome outcome) {
    if (count > 0) {
      flush();
    }
    return new PathSearch(method, quantity, values(steps), values(values), outcome);
  }

  private void flush() {
    steps.add((double) step);
    values.add(sum / count);
    sum = 0;
    count = 0;
  }

  private static Values values(List<Double> list) {
    return Values.of(list.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
