package org.thalweg.torch.objective;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.thalweg.torch.engine.FlatParameters;
import org.thalweg.torch.engine.TensorArrays;
import org.thalweg.torch.network.PointFunction;

/**
 * What is done with one chunk of data. Every call frees what it made and leaves the thread's grad
 * mode as it was.
 */
record ChunkPass(PointFunction network, Loss loss) implements AutoCloseable {

  void evaluate(FlatParameters parameters, Chunk chunk, SampleLosses losses) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      Tensor outputs = network.forward(parameters.views(), chunk.inputs());
      losses.put(chunk, outputs, loss.perSample(outputs, chunk.targets()));
    }
  }

  /** accumulator ← accumulator + the gradient of the chunk's summed loss. */
  void gradient(
      FlatParameters parameters, Chunk chunk, FlatParameters accumulator, SampleLosses losses) {
    try (PointerScope scope = new PointerScope();
        AutoGradMode mode = new AutoGradMode(true)) {
      List<Tensor> leaves = parameters.leaves();
      Tensor outputs = network.forwardForGradient(leaves, chunk.inputs());
      Tensor perSample = loss.perSample(outputs, chunk.targets());
      TensorVector inputs = new TensorVector(leaves.toArray(new Tensor[0]));
      accumulator.add(gradients(perSample.sum(), inputs, false));
      losses.put(chunk, outputs.detach(), perSample.detach());
    }
  }

  /** The losses of a chunk's samples, in the innermost scope. */
  Tensor losses(List<Tensor> parameters, Chunk chunk) {
    return loss.perSample(outputs(parameters, chunk), chunk.targets());
  }

  /** The answers to a chunk's samples, in the innermost scope. */
  Tensor outputs(List<Tensor> parameters, Chunk chunk) {
    return network.forward(parameters, chunk.inputs());
  }

  /** Puts the answers to a chunk's samples in their rows. */
  void answers(FlatParameters parameters, Chunk chunk, double[][] rows) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      double[] answers = TensorArrays.toDoubles(outputs(parameters.views(), chunk));
      int width = answers.length / chunk.size();
      for (int i = 0; i < chunk.size(); i++) {
        rows[chunk.start() + i] = Arrays.copyOfRange(answers, i * width, (i + 1) * width);
      }
    }
  }

  /** Frees what was prepared for the point. */
  @Override
  public void close() {
    network.close();
  }

  /** One tensor for each input, undefined where the sum does not depend on it. */
  static TensorVector gradients(Tensor sum, TensorVector inputs, boolean graph) {
    if (!sum.requires_grad()) {
      return new TensorVector(inputs.size());
    }
    BoolOptional retain = new BoolOptional(graph);
    return torch.grad(new TensorVector(sum), inputs, new TensorVector(), retain, graph, true);
  }
}
