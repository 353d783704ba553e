package org.thalweg.bench;

import java.util.Locale;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.linalg.Eigenpair;
import org.thalweg.linalg.Eigenpairs;
import org.thalweg.linalg.Lanczos;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.torch.network.ForwardFunction;
import org.thalweg.torch.objective.NetworkObjective;
import org.thalweg.torch.training.Interval;
import org.thalweg.torch.training.OptimizerKind;
import org.thalweg.torch.training.OptimizerSpecification;
import org.thalweg.torch.training.Trainer;
import org.thalweg.torch.training.TrainingListener;
import org.thalweg.torch.training.TrainingSpecification;

/**
 * The largest eigenvalues of the Hessian at trained weights, by Lanczos and by deflated power
 * iteration.
 */
final class Eigenvalues {
  private static final int EPOCHS = 3;

  private final Report report;
  private final double secondsForPower;

  /**
   * @param secondsForPower after which power iteration is given up
   */
  Eigenvalues(Report report, double secondsForPower) {
    this.report = report;
    this.secondsForPower = secondsForPower;
  }

  void compare(Subject subject, int pairs) {
    try (NetworkObjective objective = trained(subject);
        Vector theta = objective.parameters();
        LinearOperator hessian = objective.hessian(theta)) {
      warm(objective, hessian);
      long start = System.nanoTime();
      try (Eigenpairs lanczos = Lanczos.solve(hessian, LanczosOptions.of(pairs, 0))) {
        double seconds = seconds(start);
        long found = lanczos.top().stream().filter(Eigenpair::converged).count();
        try (DeflatedPower power = new DeflatedPower(hessian, secondsForPower)) {
          power.find(lanczos.top().stream().mapToDouble(Eigenpair::value).toArray());
          boolean all = power.found() == pairs;
          report.row(
              subject.title(),
              "top " + pairs,
              found + " in " + lanczos.products(),
              Report.time(seconds),
              power.found() + " in " + power.products(),
              Report.time(power.seconds()),
              String.format(Locale.ROOT, "%s%.1f", all ? "" : "> ", power.seconds() / seconds),
              String.format(
                  Locale.ROOT,
                  "%s%.1f",
                  all ? "" : "> ",
                  power.products() / (double) lanczos.products()));
        }
      }
    }
  }

  /** How products and time grow with the number of pairs. */
  void growth(Subject subject, int... pairs) {
    try (NetworkObjective objective = trained(subject);
        Vector theta = objective.parameters();
        LinearOperator hessian = objective.hessian(theta)) {
      warm(objective, hessian);
      for (int k : pairs) {
        long start = System.nanoTime();
        try (Eigenpairs found = Lanczos.solve(hessian, LanczosOptions.of(k, 0))) {
          report.row(
              "eigenpairs, " + subject.title(),
              "k = " + k + ", " + found.products() + " products",
              Report.time(seconds(start)));
        }
      }
    }
  }

  private static void warm(NetworkObjective objective, LinearOperator hessian) {
    try (Vector v = objective.parameters();
        Vector y = objective.space().zeros()) {
      hessian.apply(v, y);
      hessian.apply(v, y);
    }
  }

  private static NetworkObjective trained(Subject subject) {
    TrainingSpecification specification =
        TrainingSpecification.builder(
                subject.specification(), OptimizerSpecification.of(OptimizerKind.ADAM, 1e-3))
            .batchSize(subject.batch())
            .epochs(EPOCHS)
            .recordEvery(Interval.never())
            .recordSamples(1)
            .checkpointEvery(Interval.never())
            .workers(2)
            .build();
    double[] weights =
        new Trainer(specification, subject.training())
            .train(TrainingListener.silent(), ProgressListener.silent(), new Cancellation())
            .parameters();
    ForwardFunction function = subject.builtIn();
    return NetworkObjective.of(
        function, weights, subject.samples(), ThalwegWork.options(subject, function, weights, 2));
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
