package org.thalweg.torch.objective;

import java.util.List;
import org.thalweg.data.Samples;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Evaluation;
import org.thalweg.objective.TwiceDifferentiableObjective;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.parameter.ParameterTensor;
import org.thalweg.result.Cost;
import org.thalweg.torch.engine.FlatParameters;
import org.thalweg.torch.engine.Libtorch;
import org.thalweg.torch.engine.TensorSpace;
import org.thalweg.torch.engine.TensorVector;
import org.thalweg.torch.network.ForwardFunction;

/**
 * The loss of a network on data as a function of its parameters: L(θ) = (1/N) Σₙ ℓ(f(xₙ; θ), yₙ) +
 * (w/2)‖θ‖².
 *
 * <p>The mean is exact over all samples, the last incomplete chunk included, and sums over samples
 * are float64 in either precision. Values do not depend on the number of workers, to the last bit,
 * nor on the chunk size, up to rounding. The standard error of the loss comes from the spread
 * between samples; a sample's squared error is its mean over the outputs.
 *
 * <p>Costs: a gradient takes about three forward passes, a Hessian-vector product about six when
 * its graph is kept and nine when not. Memory: the data once, in the chosen precision; up to nine
 * float64 copies of θ when gradients are computed by several workers.
 *
 * <p>Misleads when the network is not a function of θ alone, e.g. with dropout in training mode.
 */
public final class NetworkObjective implements TwiceDifferentiableObjective {
  private final ObjectiveDefinition definition;
  private final double[] weights;
  private final TensorSpace space;
  private final FlatParameters point;
  private final DataPass pass;
  private boolean closed;

  private NetworkObjective(ObjectiveDefinition definition, double[] weights, int workers) {
    this.definition = definition;
    this.weights = weights;
    this.space = new TensorSpace(definition.layout().dimension(), definition.options().precision());
    this.point = definition.parameters();
    this.pass =
        new DataPass(
            definition.data().chunks(),
            definition.layout(),
            workers,
            definition.options().threads());
  }

  /**
   * The objective of this network, with these weights as the point under study.
   *
   * @param weights θ in the order of the network's layout; copied
   * @throws ThalwegException {@code WEIGHTS_NOT_FINITE}; {@code DIMENSION_MISMATCH} when weights,
   *     samples or targets do not fit the network
   */
  public static NetworkObjective of(
      ForwardFunction network, double[] weights, Samples samples, ObjectiveOptions options) {
    Libtorch.threads(options.threads());
    ParameterLayout layout = network.layout();
    requireFinite(layout, weights);
    Loss chosen = options.loss();
    Loss loss = (chosen == null ? Loss.fitting(samples.targets()) : chosen).over(samples.targets());
    ChunkedData data = ChunkedData.of(samples, network, weights, loss, options);
    ObjectiveDefinition definition =
        new ObjectiveDefinition(network, layout, loss, data, options, new CostCounter());
    return new NetworkObjective(definition, weights.clone(), options.workers());
  }

  /** The loss, chosen or fitting; for provenance. */
  public Loss loss() {
    return definition.loss();
  }

  public ObjectiveOptions options() {
    return definition.options();
  }

  @Override
  public ParameterLayout layout() {
    return definition.layout();
  }

  @Override
  public TensorSpace space() {
    return space;
  }

  @Override
  public TensorVector parameters() {
    return space.of(weights);
  }

  @Override
  public Evaluation evaluate(Vector theta) {
    requireOpen();
    return new PointBlock(definition, pass).evaluate(List.of(point.set(theta))).get(0);
  }

  @Override
  public List<Evaluation> evaluate(AffineSubspace subspace, List<double[]> coefficients) {
    requireOpen();
    return new PointBlock(definition, pass).evaluate(subspace, coefficients);
  }

  @Override
  public Evaluation gradient(Vector theta, Vector target) {
    requireOpen();
    point.set(theta);
    SampleLosses losses = definition.losses();
    FlatParameters sum;
    try (ChunkPass chunkPass = definition.chunkPass(point)) {
      sum = pass.sum((chunk, part) -> chunkPass.gradient(point, chunk, part, losses));
    }
    sum.flat().scale(1.0 / definition.data().count());
    sum.flat().axpy(definition.options().weightDecay(), point.flat());
    definition.cost().gradient();
    target.set(sum.flat());
    return losses.evaluation(definition.penalty(point));
  }

  /**
   * {@inheritDoc}
   *
   * <p>The operator computes with the threads of this objective: use it from the same thread, and
   * close it first.
   */
  @Override
  public LinearOperator hessian(Vector theta) {
    requireOpen();
    return new TensorHessian(definition, pass, space, theta);
  }

  @Override
  public int samples() {
    return definition.data().count();
  }

  @Override
  public Cost cost() {
    return definition.cost().cost();
  }

  /**
   * {@inheritDoc}
   *
   * <p>The calling thread gets as many intra-op threads of libtorch as the options say.
   */
  @Override
  public NetworkObjective replicate() {
    requireOpen();
    Libtorch.threads(definition.options().threads());
    definition.data().retain();
    return new NetworkObjective(definition, weights, 1);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      pass.close();
      point.close();
      definition.data().release();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("an objective was used after it had been closed");
    }
  }

  private static void requireFinite(ParameterLayout layout, double[] weights) {
    if (weights.length != layout.dimension()) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected(layout.dimension() + " weights, as the network has parameters")
          .found(weights.length + " weights")
          .next("use weights of the same network");
    }
    for (ParameterTensor tensor : layout.tensors()) {
      for (int i = 0; i < tensor.size(); i++) {
        double weight = weights[tensor.offset() + i];
        if (!Double.isFinite(weight)) {
          throw ThalwegException.of(ErrorCode.WEIGHTS_NOT_FINITE)
              .expected("finite numbers in " + tensor.name())
              .found(weight + " at position " + i + " of " + tensor.name())
              .next("use a checkpoint from before the training diverged");
        }
      }
    }
  }
}
