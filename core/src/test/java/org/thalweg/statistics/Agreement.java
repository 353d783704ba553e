package org.thalweg.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Percentage;

/** Agreement to nine digits with numbers from elsewhere. */
final class Agreement {
  private static final Percentage NINE_DIGITS = Percentage.withPercentage(1e-7);

  private Agreement() {}

  static void agrees(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, NINE_DIGITS);
  }

  static void agrees(Interval actual, double estimate, double low, double high) {
    agrees(actual.estimate(), estimate);
    agrees(actual.low(), low);
    agrees(actual.high(), high);
  }

  /** A cell of a study with values for seeds 1, 2, … */
  static Map<Long, Double> cell(double... values) {
    Map<Long, Double> cell = new TreeMap<>();
    for (double value : values) {
      cell.put(cell.size() + 1L, value);
    }
    return cell;
  }

  static double[] concatenated(List<double[]> parts) {
    return parts.stream().flatMapToDouble(Arrays::stream).toArray();
  }
}
