package org.thalweg.bench;

import java.util.List;
import org.thalweg.data.Dataset;
import org.thalweg.data.Samples;
import org.thalweg.direction.Plane;
import org.thalweg.direction.RandomDirection;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.execution.InMemoryLedger;
import org.thalweg.execution.LocalEvaluator;
import org.thalweg.execution.ProgressListener;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.probe.slice.Axis;
import org.thalweg.probe.slice.SurfaceProbe;
import org.thalweg.result.SurfaceResult;
import org.thalweg.torch.network.Activation;
import org.thalweg.torch.network.BuiltInNetwork;
import org.thalweg.torch.network.Network;
import org.thalweg.torch.network.NetworkSpecification;
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
  private final Trainer trainer;
  private final NetworkObjective objective;
  private final ExecutionOptions options;
  private final SurfaceProbe surface;
  private final Vector theta;
  private final Vector direction;
  private final Vector product;
  private final LinearOperator hessian;

  ThalwegWork(String network, BenchmarkData data, int batch, int workers) {
    NetworkSpecification specification = NetworkSpecification.parse(network, Activation.RELU);
    this.trainer = trainer(specification, data, batch, workers);
    Network function = BuiltInNetwork.create(specification, List.of(1, 28, 28), 10);
    this.objective =
        NetworkObjective.of(
            function,
            function.initialize(0),
            data.samples(),
            ObjectiveOptions.defaults().withWorkers(workers));
    this.options = ExecutionOptions.defaults().withWorkers(workers);
    int dimension = function.layout().dimension();
    Plane plane =
        new Plane(RandomDirection.of(dimension, 0, 0), RandomDirection.of(dimension, 0, 1));
    Axis rows = new Axis(-0.01, 0.01, 2);
    this.surface =
        new SurfaceProbe(plane, rows, new Axis(-0.01, 0.01, LandscapeBenchmark.POINTS / 2));
    this.theta = objective.parameters();
    this.direction = RandomDirection.of(dimension, 0, 2).in(objective.space());
    this.product = objective.space().zeros();
    this.hessian = objective.hessian(theta);
  }

  /** One epoch of exactly the steps that are timed, measuring nothing but at its ends. */
  private static Trainer trainer(
      NetworkSpecification network, BenchmarkData data, int batch, int workers) {
    int[] indices = new int[batch * LandscapeBenchmark.STEPS];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = i % data.count();
    }
    Samples train = data.samples().select(indices);
    Samples test = data.samples().select(0);
    return new Trainer(
        TrainingSpecification.builder(network, OptimizerSpecification.of(OptimizerKind.SGD, 1e-6))
            .batchSize(batch)
            .epochs(1)
            .recordEvery(Interval.never())
            .recordSamples(1)
            .checkpointEvery(Interval.never())
            .workers(workers)
            .build(),
        new Dataset("benchmark", "images for timing", train, test, ""));
  }

  @Override
  public double train() {
    return trainer
        .train(TrainingListener.silent(), ProgressListener.silent(), new Cancellation())
        .end()
        .step();
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
  public double surfacePoints() {
    SurfaceResult result =
        surface.run(objective, new LocalEvaluator(), new InMemoryLedger(), options);
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
