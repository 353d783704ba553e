package org.thalweg.bench;

import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/**
 * The four pieces of work for one subject: Thalweg with one and two workers, and plain with one and
 * two threads.
 */
final class Measurements {
  private static final String OURS = "thalweg, 2 workers";
  private static final String OURS_ALONE = "thalweg, 1 worker";
  private static final String PLAIN = "plain, 1 thread";
  private static final String PLAIN_TWO = "plain, 2 threads";
  private static final int SIDE = ThalwegWork.SIDE;

  private final Report report;
  private final Machinery machine;
  private final double budget;

  /**
   * @param budget seconds for each piece of work
   */
  Measurements(Report report, Machinery machine, double budget) {
    this.report = report;
    this.machine = machine;
    this.budget = budget;
  }

  /**
   * @param rows of 51 points of the surface that Thalweg computes in one repetition
   */
  void of(Subject subject, int rows) {
    try (ThalwegWork two = new ThalwegWork(subject, 2);
        ThalwegWork one = new ThalwegWork(subject, 1);
        PlainWork plain = new PlainWork(subject, 1);
        PlainWork plainTwo = new PlainWork(subject, 2)) {
      IntFunction<LandscapeWork> sides =
          i -> i == 0 ? two : i == 1 ? one : i == 2 ? plain : plainTwo;
      double forward = subject.operations() * subject.samples().count();
      double traffic = subject.bytes() * subject.samples().count();
      double once = limit(forward, traffic);
      int steps = subject.isRegression() ? 500 : 15;
      double step =
          3 * limit(subject.operations() * subject.batch(), subject.bytes() * subject.batch());
      if (subject.script().isEmpty()) {
        row(subject, "training step", each(sides, w -> w.trainingStep(steps)), 1, step, 1);
      }
      int often = subject.isRegression() ? 100 : 1;
      row(subject, "loss", repeated(sides, often, LandscapeWork::loss), 1, once, 1);
      row(
          subject,
          "Hessian product",
          repeated(sides, often, LandscapeWork::hessianProduct),
          1,
          6 * once,
          1);
      int points = subject.isRegression() ? 100 : 2;
      int columns = subject.script().isPresent() ? 2 : SIDE;
      double share = rows * columns;
      Comparison surface =
          new Comparison()
              .side(OURS, share, () -> two.surface(rows, columns))
              .side(OURS_ALONE, share, () -> one.surface(rows, columns))
              .side(PLAIN, points, () -> plain.surface(1, points))
              .side(PLAIN_TWO, points, () -> plainTwo.surface(1, points))
              .run(budget);
      double whole = SIDE * SIDE;
      row(subject, "surface 51×51", surface, whole, whole * once, share / whole);
    }
  }

  private Comparison each(
      IntFunction<LandscapeWork> sides, ToDoubleFunction<LandscapeWork> seconds) {
    return new Comparison()
        .timed(OURS, () -> seconds.applyAsDouble(sides.apply(0)))
        .timed(OURS_ALONE, () -> seconds.applyAsDouble(sides.apply(1)))
        .timed(PLAIN, () -> seconds.applyAsDouble(sides.apply(2)))
        .timed(PLAIN_TWO, () -> seconds.applyAsDouble(sides.apply(3)))
        .run(budget);
  }

  private Comparison repeated(
      IntFunction<LandscapeWork> sides, int often, ToDoubleFunction<LandscapeWork> work) {
    return each(
        sides,
        side -> {
          double last = 0;
          long start = System.nanoTime();
          for (int i = 0; i < often; i++) {
            last = work.applyAsDouble(side);
          }
          double seconds = (System.nanoTime() - start) / 1e9 / often;
          if (Double.isNaN(last)) {
            throw new IllegalStateException("a side measured NaN");
          }
          return seconds;
        });
  }

  /** Seconds below which this machine cannot go: operations and bytes both at their peak. */
  private double limit(double operations, double bytes) {
    return Math.max(operations / machine.operations(), bytes / machine.bytes());
  }

  private void row(
      Subject subject, String work, Comparison times, double scale, double limit, double share) {
    String plain = times.faster(PLAIN, PLAIN_TWO);
    double ours = times.median(OURS) * scale;
    report.row(
        subject.title(),
        share < 1 ? String.format(Locale.ROOT, "%s (%.0f %% measured)", work, 100 * share) : work,
        Report.time(ours),
        Report.time(times.least(OURS) * scale),
        Report.time(times.median(plain) * scale),
        Report.time(times.least(plain) * scale),
        plain.equals(PLAIN) ? "1" : "2",
        Report.ratio(times.ratio(plain, OURS)),
        Report.ratio(times.ratio(OURS_ALONE, OURS)),
        String.format(Locale.ROOT, "%.1f", ours / limit),
        String.valueOf(times.rounds()));
  }
}
