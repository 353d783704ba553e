package org.thalweg.bench;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.openblas.presets.openblas_nolapack;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The plainest libtorch code for the same numbers: stock modules in a {@code Sequential}, the whole
 * set as one batch, a stock optimizer, weights copied for every point of a surface, the graph
 * rebuilt for every Hessian-vector product. What a user would write first.
 */
final class PlainWork implements LandscapeWork {
  private final int threads;
  private final boolean regression;
  private final PlainFunction model;
  private final Tensor inputs;
  private final Tensor targets;
  private final int batch;
  private final TensorVector parameters;
  private final List<Tensor> start = new ArrayList<>();
  private final List<Tensor> first = new ArrayList<>();
  private final List<Tensor> second = new ArrayList<>();
  private final SGD optimizer;
  private long nextBatch;

  PlainWork(Subject subject, int threads) {
    this.threads = threads;
    regression = subject.isRegression();
    batch = subject.batch();
    inputs = PlainData.inputs(subject);
    targets = PlainData.targets(subject);
    model =
        subject
            .script()
            .<PlainFunction>map(PlainScript::new)
            .orElseGet(() -> PlainModel.of(subject));
    parameters = model.parameters();
    try (NoGradGuard guard = new NoGradGuard()) {
      for (long i = 0; i < parameters.size(); i++) {
        start.add(parameters.get(i).clone());
        first.add(torch.randn_like(parameters.get(i)).mul_(new Scalar(0.01)));
        second.add(torch.randn_like(parameters.get(i)).mul_(new Scalar(0.01)));
      }
    }
    optimizer = new SGD(parameters, new SGDOptions(1e-6));
  }

  private Tensor loss(Tensor x, Tensor y) {
    Tensor answers = model.forward(x);
    return regression ? torch.mse_loss(answers, y) : torch.cross_entropy(answers, y);
  }

  @Override
  public double trainingStep(int steps) {
    useThreads(threads);
    long begin = System.nanoTime();
    for (int step = 0; step < steps; step++) {
      trainingStep();
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    useThreads(1);
    return seconds / steps;
  }

  private void trainingStep() {
    try (PointerScope scope = new PointerScope()) {
      long from = nextBatch++ % (inputs.size(0) / batch) * batch;
      optimizer.zero_grad();
      Tensor loss = loss(inputs.narrow(0, from, batch), targets.narrow(0, from, batch));
      loss.backward();
      optimizer.step();
      loss.item_double();
    }
  }

  @Override
  public double loss() {
    useThreads(threads);
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      return loss(inputs, targets).item_double();
    } finally {
      useThreads(1);
    }
  }

  @Override
  public double hessianProduct() {
    useThreads(threads);
    try (PointerScope scope = new PointerScope()) {
      Tensor loss = loss(inputs, targets);
      TensorVector gradient =
          torch.grad(
              new TensorVector(loss),
              parameters,
              new TensorVector(),
              new BoolOptional(true),
              true,
              false);
      TensorVector v = new TensorVector(first.toArray(new Tensor[0]));
      TensorVector product =
          torch.grad(gradient, parameters, v, new BoolOptional(false), false, false);
      double square = 0;
      for (long i = 0; i < product.size(); i++) {
        double norm = product.get(i).norm().item_double();
        square += norm * norm;
      }
      return Math.sqrt(square);
    } finally {
      useThreads(1);
    }
  }

  @Override
  public double surface(int rows, int columns) {
    useThreads(threads);
    double sum = 0;
    for (int point = 0; point < rows * columns; point++) {
      sum += surfacePoint(-1 + point / 16.0, 1 - point / 16.0);
    }
    useThreads(1);
    return sum;
  }

  /** Of libtorch and of OpenBLAS, which counts for the whole process. */
  private static void useThreads(int count) {
    torch.set_num_threads(count);
    openblas_nolapack.blas_set_num_threads(count);
  }

  private double surfacePoint(double alpha, double beta) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      for (int i = 0; i < start.size(); i++) {
        Tensor moved =
            start.get(i).add(first.get(i), new Scalar(alpha)).add(second.get(i), new Scalar(beta));
        parameters.get(i).copy_(moved);
      }
      double loss = loss(inputs, targets).item_double();
      for (int i = 0; i < start.size(); i++) {
        parameters.get(i).copy_(start.get(i));
      }
      return loss;
    }
  }

  @Override
  public void close() {
    useThreads(1);
  }
}
