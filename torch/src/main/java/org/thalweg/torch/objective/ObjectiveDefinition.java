package org.thalweg.torch.objective;

import org.thalweg.parameter.ParameterLayout;
import org.thalweg.torch.engine.FlatParameters;
import org.thalweg.torch.network.ForwardFunction;

/** What an objective and its replicas have in common. */
record ObjectiveDefinition(
    ForwardFunction network,
    ParameterLayout layout,
    Loss loss,
    ChunkedData data,
    ObjectiveOptions options,
    CostCounter cost,
    OpenSubspaces subspaces) {

  static ObjectiveDefinition of(
      ForwardFunction network,
      ParameterLayout layout,
      Loss loss,
      ChunkedData data,
      ObjectiveOptions options) {
    return new ObjectiveDefinition(
        network, layout, loss, data, options, new CostCounter(data.count()), new OpenSubspaces());
  }

  /** The same loss over other samples, with a cost of its own. */
  ObjectiveDefinition over(ChunkedData samples) {
    return of(network, layout, loss, samples, options);
  }

  /** A new point in parameter space, in the precision of the objective. */
  FlatParameters parameters() {
    return new FlatParameters(layout, options.precision());
  }

  /** What is done with chunks at this point; the caller closes it. */
  ChunkPass chunkPass(FlatParameters point) {
    cost.forward(network.preparingPasses());
    return new ChunkPass(network.at(point.views(), data.preparation()), loss);
  }

  SampleLosses losses() {
    return new SampleLosses(data, loss);
  }

  /** (w/2)‖θ‖². */
  double penalty(FlatParameters point) {
    double w = options.weightDecay();
    return w == 0 ? 0 : w / 2 * point.flat().dot(point.flat());
  }
}
