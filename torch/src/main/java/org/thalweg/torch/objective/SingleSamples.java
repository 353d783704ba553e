package org.thalweg.torch.objective;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.torch.engine.FlatParameters;
import org.thalweg.torch.engine.TensorArrays;

/** What is known of single samples at a point. */
final class SingleSamples {
  private final ObjectiveDefinition definition;
  private final DataPass pass;

  /**
   * Of the data of this objective.
   *
   * @throws ThalwegException {@code NOT_APPLICABLE} if the loss does not tell samples apart
   */
  SingleSamples(ObjectiveDefinition definition, DataPass pass) {
    requireApart(definition.loss());
    this.definition = definition;
    this.pass = pass;
  }

  static void requireApart(Loss loss) {
    if (!loss.tellsSamplesApart()) {
      throw ThalwegException.of(ErrorCode.NOT_APPLICABLE)
          .expected("a loss that gives one number for each sample")
          .found(loss.name() + ", which is only known as a mean over samples")
          .next("use one of the built-in losses, e.g. mse or cross-entropy");
    }
  }

  /** ℓₙ. */
  double[] losses(FlatParameters point) {
    SampleLosses losses = definition.losses();
    try (ChunkPass chunkPass = definition.chunkPass(point)) {
      pass.forEach(chunk -> chunkPass.evaluate(point, chunk, losses));
    }
    definition.cost().forward(1);
    return losses.losses();
  }

  /** ⟨∇ℓₙ, v⟩. */
  double[] slopes(FlatParameters point, FlatParameters v) {
    double[] slopes = new double[definition.data().count()];
    try (ChunkPass chunkPass = definition.chunkPass(point)) {
      pass.forEach(
          chunk -> {
            try (JacobianGraph jacobian =
                    JacobianGraph.build(point, leaves -> chunkPass.losses(leaves, chunk));
                PointerScope scope = new PointerScope();
                AutoGradMode mode = new AutoGradMode(true)) {
              double[] part = TensorArrays.toDoubles(jacobian.push(v));
              System.arraycopy(part, 0, slopes, chunk.start(), chunk.size());
            }
          });
    }
    definition.cost().hessianProduct();
    return slopes;
  }

  /** ‖∇ℓₙ‖², one sample at a time: batches have no advantage when every gradient is wanted. */
  double[] squaredGradientNorms(FlatParameters point) {
    double[] norms = new double[definition.data().count()];
    try (ChunkPass chunkPass = definition.chunkPass(point)) {
      pass.forEach(
          chunk -> {
            for (int i = 0; i < chunk.size(); i++) {
              norms[chunk.start() + i] = squaredGradientNorm(chunkPass, point, chunk, i);
            }
          });
    }
    definition.cost().gradient();
    return norms;
  }

  private static double squaredGradientNorm(
      ChunkPass chunkPass, FlatParameters point, Chunk chunk, int i) {
    try (PointerScope scope = new PointerScope();
        AutoGradMode mode = new AutoGradMode(true)) {
      List<Tensor> leaves = point.leaves();
      Chunk single = alone(chunk, i, 1);
      Tensor outputs = chunkPass.outputs(leaves, single);
      if (outputs.dim() == 0 || outputs.size(0) != 1) {
        // The network took the number of samples, one, for a dimension to be removed.
        single = alone(chunk, i, 2);
        outputs = chunkPass.outputs(leaves, single);
      }
      Tensor loss = chunkPass.loss().perSample(outputs, single.targets()).mean();
      TensorVector gradients =
          ChunkPass.gradients(loss, new TensorVector(leaves.toArray(new Tensor[0])), false);
      double sum = 0;
      for (int k = 0; k < gradients.size(); k++) {
        if (gradients.get(k).defined()) {
          sum += gradients.get(k).to(ScalarType.Double).square().sum().item_double();
        }
      }
      return sum;
    }
  }

  /** One sample, so many times. */
  private static Chunk alone(Chunk chunk, int i, int times) {
    long[] indices = new long[times];
    Arrays.fill(indices, i);
    Tensor index = TensorArrays.of(indices);
    return new Chunk(
        chunk.index(),
        chunk.start() + i,
        times,
        chunk.inputs().stream().map(input -> InputTensors.select(input, index)).toList(),
        chunk.targets().index_select(0, index));
  }
}
