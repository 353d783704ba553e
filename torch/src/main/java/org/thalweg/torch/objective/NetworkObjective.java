package org.thalweg.torch.objective;

import java.util.List;
import org.thalweg.data.Samples;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Evaluation;
import org.thalweg.objective.Restriction;
import org.thalweg.objective.SampledObjective;
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
 * <p>Costs: a gradient takes about three forward passes; a Hessian-vector product about four of a
 * built-in network, six of another, and half as much again where what depends on θ alone does not
 * fit into memory. Memory: the data once, in the chosen precision; up to nine float64 copies of θ
 * when gradients are computed by several workers.
 *
 * <p>Misleads when the network is not a function of θ alone, e.g. with dropout in training mode.
 */
public final class NetworkObjective implements SampledObjective {
  private final ObjectiveDefinition definition;
  private final double[] weights;
  private final int workers;
  private final TensorSpace space;
  private final FlatParameters point;
  private final DataPass pass;
  private boolean closed;

  private NetworkObjective(ObjectiveDefinition definition, double[] weights, int workers) {
    this.definition = definition;
    this.weights = weights;
    this.workers = workers;
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
    ObjectiveDefinition definition = ObjectiveDefinition.of(network, layout, loss, data, options);
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
    try (PointBlock block = new PointBlock(definition, pass)) {
      return block.evaluate(List.of(point.set(theta))).get(0);
    }
  }

  /**
   * How {@link #along} evaluates points, in words, for provenance: the ways differ by rounding.
   *
   * @param dimensions 1 for a line, 2 for a plane
   */
  public String strategy(int dimensions) {
    return TensorRestriction.strategy(definition, dimensions);
  }

  @Override
  public Restriction along(AffineSubspace subspace) {
    requireOpen();
    return new TensorRestriction(definition, pass, subspace);
  }

  @Override
  public Evaluation gradient(Vector theta, Vector target) {
    requireOpen();
    definition.cost().gradient();
    return gradient(theta, definition.data(), target);
  }

  /**
   * {@inheritDoc}
   *
   * <p>The operator computes with the threads of this objective: use it from the same thread, and
   * close it first.
   */
  @Override
  public LinearOperator hessian(Vector theta) {
    return curvature(theta, CurvatureGraphs.hessian(definition.network()), weightDecay());
  }

  /**
   * {@inheritDoc}
   *
   * <p>A product costs about as much as one with the Hessian; graphs are kept in the same way. A
   * loss that is only known as a mean over samples will do.
   *
   * @throws ThalwegException {@code NOT_APPLICABLE} if the loss is linear in the answer ({@code
   *     nll}, {@code l1}), so that the matrix would be zero
   */
  @Override
  public LinearOperator gaussNewton(Vector theta) {
    if (!definition.loss().curved()) {
      throw ThalwegException.of(ErrorCode.NOT_APPLICABLE)
          .expected("a loss that curves in the answer, for a Gauss–Newton matrix")
          .found(definition.loss().name() + ", which is linear in it: the matrix is zero")
          .next(
              definition.loss().likelihood() == Likelihood.LOG_PROBABILITIES
                  ? "use the Fisher matrix, which equals Gauss–Newton in the logits"
                  : "use the Hessian or the empirical Fisher matrix");
    }
    return curvature(theta, CurvatureGraphs.gaussNewton(definition.network()), 0);
  }

  @Override
  public LinearOperator fisher(Vector theta) {
    return switch (definition.loss().likelihood()) {
      case NATURAL -> curvature(theta, CurvatureGraphs.gaussNewton(definition.network()), 0);
      case LOG_PROBABILITIES ->
          curvature(theta, CurvatureGraphs.logProbabilities(definition.network()), 0);
      case NONE ->
          throw ThalwegException.of(ErrorCode.NOT_APPLICABLE)
              .expected("a loss that is a likelihood: cross-entropy, nll, bce or mse")
              .found(definition.loss().name())
              .next("use the Gauss–Newton or the empirical Fisher matrix");
    };
  }

  @Override
  public LinearOperator empiricalFisher(Vector theta) {
    SingleSamples.requireApart(definition.loss());
    return curvature(theta, CurvatureGraphs.empiricalFisher(definition.network()), 0);
  }

  @Override
  public double weightDecay() {
    return definition.options().weightDecay();
  }

  @Override
  public double[] sampleLosses(Vector theta) {
    requireOpen();
    return new SingleSamples(definition, pass).losses(point.set(theta));
  }

  @Override
  public double[] sampleSlopes(Vector theta, Vector v) {
    requireOpen();
    try (FlatParameters direction = definition.parameters().set(v)) {
      return new SingleSamples(definition, pass).slopes(point.set(theta), direction);
    }
  }

  @Override
  public double[] sampleSquaredGradientNorms(Vector theta) {
    requireOpen();
    return new SingleSamples(definition, pass).squaredGradientNorms(point.set(theta));
  }

  /**
   * {@inheritDoc}
   *
   * <p>Copies the samples of the batch, no others. Statistics that a network re-estimates are those
   * of the whole data, at the cost of a pass over it.
   */
  @Override
  public Evaluation gradient(Vector theta, int[] samples, Vector target) {
    requireOpen();
    ChunkedData batch = definition.data().select(samples);
    try {
      definition.cost().batch(samples.length);
      return gradient(theta, batch, target);
    } finally {
      batch.release();
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>Copies the samples of the subset, no others. A loss that leaves positions out goes on
   * dividing by the share that counts in the whole data, so that the losses of subsets average to
   * the loss; statistics that a network re-estimates are those of the whole data.
   */
  @Override
  public NetworkObjective subset(int[] samples) {
    requireOpen();
    ChunkedData data = definition.data().select(samples);
    return new NetworkObjective(definition.over(data), weights, workers);
  }

  /**
   * The raw answers of the network to all samples at θ. Costs one forward pass; memory 8 bytes for
   * each output of each sample.
   */
  public NetworkAnswers answers(Vector theta) {
    requireOpen();
    point.set(theta);
    double[][] values = new double[definition.data().count()][];
    try (ChunkPass chunkPass = definition.chunkPass(point)) {
      pass.forEach(chunk -> chunkPass.answers(point, chunk, values));
    }
    definition.cost().forward(1);
    int positions = definition.data().positions();
    boolean classifies = definition.loss().classifies() && positions > 0;
    return new NetworkAnswers(values, Math.max(1, positions), classifies);
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

  /** Of the mean loss over all of the data, or a part of it. */
  private Evaluation gradient(Vector theta, ChunkedData data, Vector target) {
    point.set(theta);
    SampleLosses losses = new SampleLosses(data, definition.loss());
    FlatParameters sum;
    try (ChunkPass chunkPass = definition.chunkPass(point)) {
      sum =
          pass.sum(data.chunks(), (chunk, part) -> chunkPass.gradient(point, chunk, part, losses));
    }
    sum.flat().scale(1.0 / data.count());
    sum.flat().axpy(weightDecay(), point.flat());
    target.set(sum.flat());
    return losses.evaluation(definition.penalty(point));
  }

  private LinearOperator curvature(Vector theta, ChunkGraph.Builder graphs, double shift) {
    requireOpen();
    return new TensorCurvature(definition, pass, space, theta, graphs, shift);
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
