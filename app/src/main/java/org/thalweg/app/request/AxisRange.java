package org.thalweg.app.request;

import java.util.List;

/**
 * Where along a direction to look.
 *
 * @param from first step length α, inclusive
 * @param to last step length, inclusive, greater than {@code from}
 */
public record AxisRange(double from, double to) {
  public static final AxisRange DEFAULT = new AxisRange(-1, 1);

  public AxisRange {
    Checks.require(
        from >= -Checks.LARGEST && to <= Checks.LARGEST && from < to,
        "--range",
        "A:B with A less than B, e.g. -1:1, neither beyond 1e30",
        from + ":" + to);
  }

  /** Reads {@code A:B}, e.g. {@code -0.5:0.5}. */
  public static AxisRange parse(String text) {
    List<String> ends = List.of(text.split(":", -1));
    if (ends.size() == 2) {
      try {
        return new AxisRange(Double.parseDouble(ends.get(0)), Double.parseDouble(ends.get(1)));
      } catch (NumberFormatException e) {
        throw Checks.invalid("--range", "A:B with two numbers, e.g. -1:1", text);
      }
    }
    throw Checks.invalid("--range", "A:B with two numbers, e.g. -1:1", text);
  }
}
