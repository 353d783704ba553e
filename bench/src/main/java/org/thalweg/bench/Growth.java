package org.thalweg.bench;

import java.util.function.Consumer;

/** How Thalweg's cost grows with samples, points and parameters. */
final class Growth {
  private final Report report;
  private final int repetitions;

  Growth(Report report, int repetitions) {
    this.report = report;
    this.repetitions = repetitions;
  }

  void loss(String network, int samples) {
    Subject subject = Subject.images(network, samples);
    report.row(
        "samples: loss of " + network, samples + " images", least(subject, LandscapeWork::loss));
  }

  void product(String network, int samples) {
    Subject subject = Subject.images(network, samples);
    report.row(
        "samples: Hessian product of " + network,
        samples + " images",
        least(subject, LandscapeWork::hessianProduct));
  }

  void surface(String network, int rows) {
    Subject subject = Subject.images(network);
    report.row(
        "points: surface of " + network,
        rows + " × " + ThalwegWork.SIDE,
        least(subject, work -> work.surface(rows, ThalwegWork.SIDE)));
  }

  void product(String network) {
    Subject subject = Subject.images(network);
    report.row(
        "parameters: Hessian product of " + network,
        subject.builtIn().layout().dimension() + " parameters",
        least(subject, LandscapeWork::hessianProduct));
  }

  private String least(Subject subject, Consumer<LandscapeWork> task) {
    try (ThalwegWork work = new ThalwegWork(subject, 2)) {
      double best = Double.POSITIVE_INFINITY;
      for (int i = 0; i <= repetitions; i++) {
        long start = System.nanoTime();
        task.accept(work);
        best = Math.min(best, (System.nanoTime() - start) / 1e9);
      }
      return Report.time(best);
    }
  }
}
