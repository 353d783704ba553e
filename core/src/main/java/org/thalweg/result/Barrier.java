package org.thalweg.result;

import java.util.List;

/**
 * How far a quantity y (a loss, or a share of wrong answers) rises on the way from one network to
 * another, in three readings, all over the measured points of the path.
 *
 * <p><b>height</b> = max_t [y(t) − ((1 − t) y(0) + t y(1))], the rise above the straight line
 * between the values of the two ends (Frankle et al. 2020; Entezari et al. 2022). The ends
 * themselves give 0, so it is never negative. <b>above ends</b> = max_t y(t) − max(y(0), y(1)), the
 * rise above the higher end (Draxler et al. 2018, Garipov et al. 2018); never larger than the
 * height. <b>relative</b> = height / ((1 − t*) y(0) + t* y(1)), the height in units of what it
 * stands on, t* being where it is attained; infinite if that is 0.
 *
 * <p>Misleads: the maximum over finitely many points is a lower bound of the maximum over the path,
 * and the highest of many noisy numbers is a little too high: the standard errors belong to the
 * points as if they had been chosen beforehand. Points without a value do not count; an infinite
 * one makes everything infinite. Everything is NaN if an end has no finite value.
 *
 * @param height max_t [y(t) − ((1 − t) y(0) + t y(1))]
 * @param at t*, the first place where the height is attained
 * @param aboveEnds max_t y(t) − max(y(0), y(1))
 * @param relative height over the interpolated ends at t*
 * @param heightStandardError from the finite number of samples; NaN where it cannot be known, and
 *     where nothing rises
 * @param aboveEndsStandardError likewise
 * @param relativeStandardError likewise
 */
public record Barrier(
    double height,
    double at,
    double aboveEnds,
    double relative,
    double heightStandardError,
    double aboveEndsStandardError,
    double relativeStandardError) {
  /** Nothing is known. */
  public static final Barrier MISSING =
      new Barrier(
          Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /**
   * The barrier of these values, without standard errors.
   *
   * @param t from 0 to 1, in order
   * @param y one value for each
   */
  public static Barrier of(Values t, Values y) {
    int last = t.size() - 1;
    if (last < 1 || !Double.isFinite(y.get(0)) || !Double.isFinite(y.get(last))) {
      return MISSING;
    }
    int highest = highestRise(t, y);
    double height = y.get(highest) - between(t, y, highest);
    double largest = Math.max(y.get(0), y.get(last));
    double aboveEnds = 0;
    for (int i = 0; i <= last; i++) {
      // Written so that a NaN does not count.
      aboveEnds = y.get(i) - largest > aboveEnds ? y.get(i) - largest : aboveEnds;
    }
    return new Barrier(
        height,
        t.get(highest),
        aboveEnds,
        height / between(t, y, highest),
        Double.NaN,
        Double.NaN,
        Double.NaN);
  }

  /** The same barrier with what is known of its uncertainty. */
  public Barrier withStandardErrors(double ofHeight, double ofAboveEnds, double ofRelative) {
    return new Barrier(height, at, aboveEnds, relative, ofHeight, ofAboveEnds, ofRelative);
  }

  /** The index of the point where y is highest above the line between its ends. */
  private static int highestRise(Values t, Values y) {
    int highest = 0;
    for (int i = 1; i < t.size() - 1; i++) {
      double rise = y.get(i) - between(t, y, i);
      if (rise > y.get(highest) - between(t, y, highest)) {
        highest = i;
      }
    }
    return highest;
  }

  /** The line between the ends; exactly an end's value there. */
  private static double between(Values t, Values y, int i) {
    return (1 - t.get(i)) * y.get(0) + t.get(i) * y.get(y.size() - 1);
  }

  /** The three readings for a table. */
  List<Measurement> measurements(String of, String kind, Outcome outcome) {
    return List.of(
        new Measurement("barrier in " + of, height, heightStandardError, kind, outcome),
        new Measurement(
            "barrier in " + of + ", relative", relative, relativeStandardError, kind, outcome),
        new Measurement(
            "rise of " + of + " above the higher end",
            aboveEnds,
            aboveEndsStandardError,
            kind,
            outcome));
  }
}
