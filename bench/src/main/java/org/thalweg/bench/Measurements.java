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

  /**
   * Much of what is soon done: a tenth of a second or more, so that the first moments after a pause
   * count little.
   *
   * @param points of a surface, by the plain loop
   */
  private record Amounts(Amount steps, Amount losses, Amount products, int points) {
    static Amounts of(Subject subject) {
      if (subject.isRegression()) {
        return new Amounts(
            new Amount(3000, 3000), new Amount(5000, 500), new Amount(2000, 300), WHOLE);
      }
      if (subject.network().startsWith("mlp")) {
        return new Amounts(new Amount(200, 200), new Amount(40, 20), new Amount(12, 4), 20);
      }
      return subject.script().isPresent()
          ? new Amounts(new Amount(1, 1), new Amount(2, 2), new Amount(1, 1), 4)
          : new Amounts(new Amount(50, 20), new Amount(8, 2), new Amount(2, 1), 2);
    }
  }

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
    Amounts amounts = Amounts.of(subject);
    try (ThalwegWork two = new ThalwegWork(subject, 2);
        ThalwegWork one = new ThalwegWork(subject, 1);
        PlainProcess plain = new PlainProcess(subject)) {
      if (subject.script().isEmpty()) {
        Comparison steps = times(two, one, plain, Work.TRAINING_STEP, amounts.steps());
        row(subject, "training step", steps, 1, step);
      }
      Comparison losses = times(two, one, plain, Work.LOSS, amounts.losses());
      row(subject, "loss", losses, 1, once);
      Comparison products = times(two, one, plain, Work.HESSIAN_PRODUCT, amounts.products());
      row(subject, "Hessian product", products, 1, 6 * once);
      Amount some = new Amount(points, amounts.points());
      String share =
          points < WHOLE
              ? String.format(Locale.ROOT, " (%.1f %% measured)", 100.0 * points / WHOLE)
              : "";
      Comparison surface = times(two, one, plain, Work.SURFACE, some);
      row(subject, "surface 51×51" + share, surface, WHOLE, WHOLE * once);
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
