package org.thalweg.figure;

import java.util.List;
import java.util.stream.DoubleStream;
import org.thalweg.result.Values;

/**
 * One quantity of several groups: means with intervals, and every single value behind them.
 *
 * @param axis of the values
 * @param categoryName what the categories are, e.g. {@code "architecture"}
 * @param categories along the horizontal axis
 * @param groups side by side within each category; empty where the categories say all
 * @param entries at most one for each category and group
 */
public record GroupedValues(
    AxisChoice axis,
    String categoryName,
    List<String> categories,
    List<NamedGroup> groups,
    List<Entry> entries) {
  private static final double SHARE = 0.8;
  private static final double JITTER = 0.45;

  /** Bars are only honest where the differences are not lost in them. */
  private static final double LEAST_CONTRAST = 0.5;

  public GroupedValues {
    categories = List.copyOf(categories);
    groups = List.copyOf(groups);
    entries = List.copyOf(entries);
  }

  /** A group of the legend. */
  public record NamedGroup(String name, GroupStyle style) {}

  /**
   * What is known of one category and group.
   *
   * @param category index of the category
   * @param group index of the group; 0 where there are none
   * @param mean NaN if nothing was measured
   * @param low lower end of the interval of the mean; NaN where it is not known
   * @param high upper end
   * @param each single value; NaN where it is missing
   * @param labels of the single values, as many
   */
  public record Entry(
      int category,
      int group,
      GroupStyle style,
      double mean,
      double low,
      double high,
      Values each,
      List<String> labels) {
    public Entry {
      labels = List.copyOf(labels);
    }
  }

  /** Whether bars from zero are drawn behind the means. */
  public boolean bars() {
    double lowest = values().min().orElse(-1);
    double highest = values().max().orElse(-1);
    return !axis.logarithmic() && lowest >= 0 && lowest <= LEAST_CONTRAST * highest;
  }

  /** Where an entry stands: its category, moved by its group. */
  public double place(Entry entry) {
    double middle = (Math.max(1, groups.size()) - 1) / 2.0;
    return entry.category() + (entry.group() - middle) * width();
  }

  /** The room of an entry, of the 1 that a category has. */
  public double width() {
    return SHARE / Math.max(1, groups.size());
  }

  /** Where the i-th single value stands, beside the others. */
  public double place(Entry entry, int i) {
    int n = entry.each().size();
    double shift = n < 2 ? 0 : i / (n - 1.0) - 0.5;
    return place(entry) + JITTER * width() * shift;
  }

  /** All that the vertical axis must hold. */
  DoubleStream values() {
    return entries.stream()
        .flatMapToDouble(
            entry ->
                DoubleStream.concat(
                    DoubleStream.of(entry.mean(), entry.low(), entry.high()),
                    entry.each().stream()))
        .filter(Double::isFinite);
  }
}
