package org.thalweg.bench;

import java.util.Locale;

/**
 * The four pieces of work for one subject: Thalweg with one and two workers, and plain with one and
 * two threads.
 */
final class Measurements {
  private static final String OURS = "thalweg, 2 workers";
  private static final String OURS_ALONE = "thalweg, 1 worker";
  private static final String PLAIN = "plain, 1 thread";
  private static final String PLAIN_TWO = "plain, 2 threads";
  private static final int WHOLE = ThalwegWork.SIDE * ThalwegWork.SIDE;

  /** How much of a piece of work each side does in one round. */
  private record Amount(int ours, int plain) {}

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
   * @param points of the surface that Thalweg computes in one repetition
   */
  void of(Subject subject, int points) {
    double forward = subject.operations() * subject.samples().count();
    double traffic = subject.bytes() * subject.samples().count();
    double once = limit(forward, traffic);
    double step =
        3 * limit(subject.operations() * subject.batch(), subject.bytes() * subject.batch());
    boolean tiny = subject.isRegression();
    Amount often = new Amount(tiny ? 100 : 1, tiny ? 100 : 1);
    try (ThalwegWork two = new ThalwegWork(subject, 2);
        ThalwegWork one = new ThalwegWork(subject, 1);
        PlainProcess plain = new PlainProcess(subject)) {
      if (subject.script().isEmpty()) {
        Amount steps = tiny ? new Amount(500, 500) : new Amount(15, 15);
        row(subject, "training step", times(two, one, plain, Work.TRAINING_STEP, steps), 1, step);
      }
      row(subject, "loss", times(two, one, plain, Work.LOSS, often), 1, once);
      row(
          subject,
          "Hessian product",
          times(two, one, plain, Work.HESSIAN_PRODUCT, often),
          1,
          6 * once);
      Amount some = new Amount(points, tiny ? 400 : 2);
      String share =
          points < WHOLE
              ? String.format(Locale.ROOT, " (%.0f %% measured)", 100.0 * points / WHOLE)
              : "";
      row(
          subject,
          "surface 51×51" + share,
          times(two, one, plain, Work.SURFACE, some),
          WHOLE,
          WHOLE * once);
    }
  }

  private Comparison times(
      ThalwegWork two, ThalwegWork one, PlainProcess plain, Work work, Amount amount) {
    return new Comparison()
        .timed(OURS, () -> work.seconds(two, amount.ours()))
        .timed(OURS_ALONE, () -> work.seconds(one, amount.ours()))
        .timed(PLAIN, () -> plain.seconds(1, work, amount.plain()))
        .timed(PLAIN_TWO, () -> plain.seconds(2, work, amount.plain()))
        .run(budget);
  }

  /** Seconds below which this machine cannot go: operations and bytes both at their peak. */
  private double limit(double operations, double bytes) {
    return Math.max(operations / machine.operations(), bytes / machine.bytes());
  }

  private void row(Subject subject, String work, Comparison times, double scale, double limit) {
    String plain = times.faster(PLAIN, PLAIN_TWO);
    double ours = times.median(OURS) * scale;
    report.row(
        subject.title(),
        work,
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
