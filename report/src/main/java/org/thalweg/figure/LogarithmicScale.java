package org.thalweg.figure;

import java.util.ArrayList;
import java.util.List;

/** Equal distances for equal ratios; only positive numbers have a place. */
record LogarithmicScale() implements Scale {
  @Override
  public double transform(double value) {
    return value > 0 ? Math.log10(value) : Double.NaN;
  }

  @Override
  public List<Tick> ticks(double low, double high, int atMost) {
    int first = (int) Math.floor(Math.log10(low) + 1e-9);
    int last = (int) Math.floor(Math.log10(high) + 1e-9);
    double decades = Math.log10(high / low);
    if (decades < 0.7) {
      return new LinearScale().ticks(low, high, atMost);
    }
    int stride = (int) Math.max(1, Math.ceil(decades / Math.max(1, atMost)));
    List<Integer> labelled = labelledMultiples(decades, atMost);
    List<Tick> ticks = new ArrayList<>();
    for (int exponent = first; exponent <= last; exponent++) {
      for (int multiple = 1; multiple < 10; multiple++) {
        double value = multiple * Math.pow(10, exponent);
        boolean inside = value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9);
        boolean major = labelled.contains(multiple) && Math.floorMod(exponent, stride) == 0;
        if (inside && (major || stride == 1)) {
          ticks.add(new Tick(value, major ? NumberText.of(value, 2) : ""));
        }
      }
    }
    return ticks;
  }

  private static List<Integer> labelledMultiples(double decades, int atMost) {
    if (3 * decades <= atMost) {
      return List.of(1, 2, 5);
    }
    return 2 * decades <= atMost ? List.of(1, 3) : List.of(1);
  }
}
