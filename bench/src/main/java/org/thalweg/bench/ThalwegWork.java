package org.thalweg.bench;

import org.thalweg.direction.Plane;
import org.thalweg.direction.RandomDirection;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.execution.InMemoryLedger;
import org.thalweg.execution.LocalEvaluator;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.probe.slice.Axis;
import org.thalweg.probe.slice.SurfaceProbe;
import org.thalweg.result.SurfaceResult;
import org.thalweg.torch.network.ForwardFunction;
import org.thalweg.torch.objective.MemoryEstimate;
import org.thalweg.torch.objective.NetworkObjective;
import org.thalweg.torch.objective.ObjectiveOptions;
import org.thalweg.torch.training.Interval;
import org.thalweg.torch.training.OptimizerKind;
import org.thalweg.torch.training.OptimizerSpecification;
import org.thalweg.torch.training.Trainer;
import org.thalweg.torch.training.TrainingListener;
import org.thalweg.torch.training.TrainingSpecification;

/** The work through Thalweg's public interfaces, with one worker per core. */
final class ThalwegWork implements LandscapeWork {
  static final int SIDE = 51;

  private final Subject subject;
  private final int workers;
  private final NetworkObjective objective;
  private final ExecutionOptions options;
  private final Plane plane;
  private final Vector theta;
  private final Vector direction;
  private final Vector product;
  private final LinearOperator hessian;

  ThalwegWork(Subject subject, int workers) {
    this.subject = subject;
    this.workers = workers;
    ForwardFunction function = subject.function();
    double[] weights = subject.weights(function);
    this.objective =
        NetworkObjective.of(
            function, weights, subject.samples(), options(subject, function, weights, workers));
    this.options = ExecutionOptions.defaults().withWorkers(workers);
    int dimension = function.layout().dimension();
    this.plane =
        new Plane(RandomDirection.of(dimension, 0, 0), RandomDirection.of(dimension, 0, 1));
    this.theta = objective.parameters();
    this.direction = RandomDirection.of(dimension, 0, 2).in(objective.space());
    this.product = objective.space().zeros();
    this.hessian = objective.hessian(theta);
  }

  /** As the command line chooses them. */
  static ObjectiveOptions options(
      Subject subject, ForwardFunction function, double[] weights, int workers) {
    ObjectiveOptions options =
        ObjectiveOptions.defaults()
            .withWorkers(workers)
            .suiting(function, subject.samples().count());
    MemoryEstimate estimate = MemoryEstimate.of(function, weights, subject.samples(), options);
    return estimate.fit(estimate.divide(options), MemoryEstimate.available());
  }

  /** Steps 6 and later of a training, timed between the reports of its progress. */
  @Override
  public double trainingStep(int steps) {
    int first = 5;
    TrainingSpecification specification =
        TrainingSpecification.builder(
                subject.specification(), OptimizerSpecification.of(OptimizerKind.SGD, 1e-6))
            .batchSize(subject.batch())
            .epochs(1_000_000)
            .recordEvery(Interval.never())
            .recordSamples(1)
            .checkpointEvery(Interval.never())
            .workers(workers)
            .build();
    Cancellation cancellation = new Cancellation();
    long[] times = new long[2];
    new Trainer(specification, subject.training())
        .train(
            TrainingListener.silent(),
            (what, step, last) -> {
              if (step == first && times[0] == 0) {
                times[0] = System.nanoTime();
              } else if (step == first + steps && times[1] == 0) {
                times[1] = System.nanoTime();
                cancellation.request();
              }
            },
            cancellation);
    return (times[1] - times[0]) / 1e9 / steps;
  }

  @Override
  public double loss() {
    return objective.evaluate(theta).loss();
  }

  @Override
  public double hessianProduct() {
    hessian.apply(direction, product);
    return product.norm();
  }

  @Override
  public double surface(int rows, int columns) {
    Axis vertical = new Axis(-0.01, 0.01, rows);
    SurfaceProbe probe = new SurfaceProbe(plane, vertical, new Axis(-0.01, 0.01, columns));
    SurfaceResult result =
        probe.run(objective, new LocalEvaluator(), new InMemoryLedger(), options);
    return result.loss().values().stream().sum();
  }

  @Override
  public void close() {
    hessian.close();
    product.close();
    direction.close();
    theta.close();
    objective.close();
  }
}
