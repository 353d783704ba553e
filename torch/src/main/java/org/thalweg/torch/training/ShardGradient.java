package org.thalweg.torch.training;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.thalweg.linalg.Precision;
import org.thalweg.torch.engine.FlatParameters;
import org.thalweg.torch.engine.TensorArrays;
import org.thalweg.torch.engine.TensorWorkers;
import org.thalweg.torch.network.Backpropagation;
import org.thalweg.torch.network.Network;
import org.thalweg.torch.objective.Loss;

/**
 * The share of consecutive samples of a batch in its gradient. What every step needs is made once:
 * the leaves of the graph, which share the memory of θ, and room for inputs and targets.
 */
final class ShardGradient implements AutoCloseable {
  private final Network network;
  private final Loss loss;
  private final TrainingBatches batches;
  private final @Nullable Backpropagation direct;
  private final TensorWorkers workers;
  private final FlatParameters theta;
  private final FlatParameters gradient;
  private final List<Tensor> leaves;
  private final TensorVector variables;
  private final Tensor inputs;
  private final Tensor targets;
  private final Tensor share;
  private final TensorVector shares;
  private long shared;

  /**
   * @param largest samples there may be
   * @param workers that share in the work
   */
  ShardGradient(
      Network network,
      Loss loss,
      TrainingBatches batches,
      FlatParameters theta,
      Precision precision,
      int largest,
      TensorWorkers workers) {
    this.workers = workers;
    this.network = network;
    this.loss = loss;
    this.batches = batches;
    this.direct = network.backpropagation().orElse(null);
    this.theta = theta;
    this.gradient = new FlatParameters(network.layout(), precision);
    try (PointerScope scope = new PointerScope()) {
      this.leaves = theta.leaves();
      this.variables = new TensorVector(leaves.toArray(new Tensor[0]));
      this.inputs = batches.roomForInputs(largest);
      this.targets = batches.roomForTargets(largest);
      this.share = TensorArrays.empty(TensorArrays.scalarType(precision));
      this.shares = new TensorVector(share);
      leaves.forEach(Tensor::retainReference);
      variables.retainReference();
      inputs.retainReference();
      targets.retainReference();
      share.retainReference();
      shares.retainReference();
    }
  }

  /**
   * Writes the gradient of the part that these samples have in the mean over the batch.
   *
   * @return their part in the mean loss
   */
  double compute(Tensor batch, int start, int end) {
    try (PointerScope scope = new PointerScope();
        AutoGradMode mode = new AutoGradMode(true)) {
      long samples = batch.numel();
      Tensor indices = end - start == samples ? batch : batch.narrow(0, start, end - start);
      List<Tensor> chosen = List.of(batches.inputs(indices, inputs));
      Tensor wanted = batches.targets(indices, targets);
      if (samples != shared) {
        share.fill_(new Scalar(1.0 / samples));
        shared = samples;
      }
      Tensor sum = direct == null ? throughGraph(chosen, wanted) : direct(direct, chosen, wanted);
      return sum.item_double() / samples;
    }
  }

  private Tensor throughGraph(List<Tensor> chosen, Tensor wanted) {
    Tensor sum = loss.sum(network.forwardForGradient(leaves, chosen), wanted);
    TensorVector partial = differentiate(sum, variables);
    List<Tensor> views = gradient.views();
    for (int i = 0; i < views.size(); i++) {
      views.get(i).copy_(partial.get(i));
    }
    return sum;
  }

  /** Only the loss has a graph. */
  private Tensor direct(Backpropagation network, List<Tensor> chosen, Tensor wanted) {
    List<Tensor> layers;
    Tensor answers;
    try (NoGradGuard guard = new NoGradGuard()) {
      layers = network.forward(theta.views(), chosen, workers);
      answers = layers.get(layers.size() - 1);
    }
    answers.set_requires_grad(true);
    Tensor sum = loss.sum(answers, wanted);
    Tensor outer = differentiate(sum, new TensorVector(answers)).get(0);
    try (NoGradGuard guard = new NoGradGuard()) {
      network.backward(theta.views(), layers, outer, gradient.views(), workers);
    }
    return sum;
  }

  private TensorVector differentiate(Tensor sum, TensorVector inputs) {
    BoolOptional retain = new BoolOptional(false);
    return torch.grad(new TensorVector(sum), inputs, shares, retain, false, false);
  }

  /** The gradient, flat. */
  Tensor tensor() {
    return gradient.flat().tensor();
  }

  @Override
  public void close() {
    gradient.close();
    leaves.forEach(Tensor::close);
    variables.close();
    inputs.close();
    targets.close();
    shares.close();
    share.close();
  }
}
