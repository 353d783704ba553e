package org.thalweg.bench;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Conv2dOptions;
import org.bytedeco.pytorch.FlattenImpl;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.MaxPool2dImpl;
import org.bytedeco.pytorch.MaxPool2dOptions;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.ReLUImpl;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.SequentialImpl;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * The plainest libtorch code for the same numbers: stock modules in a {@code Sequential}, the whole
 * set as one batch, a stock optimizer, weights copied for every point of a surface, the graph
 * rebuilt for every Hessian-vector product. What a user would write first.
 */
final class PlainWork implements LandscapeWork {
  private final SequentialImpl model = new SequentialImpl();
  private final Tensor images;
  private final Tensor labels;
  private final int batch;
  private final TensorVector parameters;
  private final List<Tensor> start = new ArrayList<>();
  private final List<Tensor> first = new ArrayList<>();
  private final List<Tensor> second = new ArrayList<>();
  private final SGD optimizer;
  private long nextBatch;

  PlainWork(String network, BenchmarkData data, int batch, int threads) {
    torch.set_num_threads(threads);
    this.batch = batch;
    images = torch.tensor(data.images()).view(data.count(), 1, 28, 28);
    labels = torch.tensor(data.labels()).toType(ScalarType.Long);
    if (network.equals("cnn:16,16")) {
      convolution(1, 16);
      convolution(16, 16);
      model.push_back(new FlattenImpl());
      model.push_back(new LinearImpl(16 * 49, 10));
    } else if (network.equals("mlp:256")) {
      model.push_back(new FlattenImpl());
      model.push_back(new LinearImpl(784, 256));
      model.push_back(new ReLUImpl());
      model.push_back(new LinearImpl(256, 10));
    } else {
      throw new IllegalArgumentException("no plain loop for " + network);
    }
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

  private void convolution(long in, long out) {
    Conv2dOptions options = new Conv2dOptions(in, out, new LongPointer(3, 3));
    options.padding().put(new LongPointer(1, 1));
    model.push_back(new Conv2dImpl(options));
    model.push_back(new ReLUImpl());
    model.push_back(new MaxPool2dImpl(new MaxPool2dOptions(new LongPointer(2, 2))));
  }

  @Override
  public double train() {
    double last = Double.NaN;
    for (int step = 0; step < LandscapeBenchmark.STEPS; step++) {
      last = trainingStep();
    }
    return last;
  }

  private double trainingStep() {
    try (PointerScope scope = new PointerScope()) {
      long from = nextBatch++ % (images.size(0) / batch) * batch;
      Tensor x = images.narrow(0, from, batch);
      Tensor y = labels.narrow(0, from, batch);
      optimizer.zero_grad();
      Tensor loss = torch.cross_entropy(model.forward(x), y);
      loss.backward();
      optimizer.step();
      return loss.item_double();
    }
  }

  @Override
  public double loss() {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      return torch.cross_entropy(model.forward(images), labels).item_double();
    }
  }

  @Override
  public double hessianProduct() {
    try (PointerScope scope = new PointerScope()) {
      Tensor loss = torch.cross_entropy(model.forward(images), labels);
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
    }
  }

  @Override
  public double surfacePoints() {
    double sum = 0;
    for (int point = 0; point < LandscapeBenchmark.POINTS; point++) {
      sum += surfacePoint(-1 + point / 16.0, 1 - point / 16.0);
    }
    return sum;
  }

  private double surfacePoint(double alpha, double beta) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      for (int i = 0; i < start.size(); i++) {
        Tensor moved =
            start.get(i).add(first.get(i), new Scalar(alpha)).add(second.get(i), new Scalar(beta));
        parameters.get(i).copy_(moved);
      }
      double loss = torch.cross_entropy(model.forward(images), labels).item_double();
      for (int i = 0; i < start.size(); i++) {
        parameters.get(i).copy_(start.get(i));
      }
      return loss;
    }
  }

  @Override
  public void close() {
    torch.set_num_threads(1);
  }
}
