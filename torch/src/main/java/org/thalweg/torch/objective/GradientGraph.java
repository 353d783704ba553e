package org.thalweg.torch.objective;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.thalweg.torch.engine.FlatParameters;
import org.thalweg.torch.engine.NativeFailure;

/**
 * The gradient of the summed loss of one chunk together with the graph that differentiates it
 * again: reverse mode over reverse mode (Pearlmutter 1994 in its autograd form). The graph refers
 * to the memory of the parameters, which must not change while it lives.
 */
final class GradientGraph implements ChunkGraph {
  private final TensorVector leaves;
  private final TensorVector gradients;

  private GradientGraph(TensorVector leaves, TensorVector gradients) {
    this.leaves = leaves;
    this.gradients = gradients;
    leaves.retainReference();
    gradients.retainReference();
  }

  static GradientGraph build(ChunkPass pass, FlatParameters parameters, Chunk chunk) {
    try (PointerScope scope = new PointerScope();
        AutoGradMode mode = new AutoGradMode(true)) {
      List<Tensor> leaves = parameters.leaves();
      Tensor sum = pass.losses(leaves, chunk).sum();
      TensorVector inputs = new TensorVector(leaves.toArray(new Tensor[0]));
      return new GradientGraph(inputs, ChunkPass.gradients(sum, inputs, true));
    } catch (RuntimeException e) {
      throw NativeFailure.explain(e);
    }
  }

  @Override
  public void product(FlatParameters v, FlatParameters accumulator, boolean again) {
    try (PointerScope scope = new PointerScope();
        AutoGradMode mode = new AutoGradMode(true)) {
      TensorVector outputs = new TensorVector();
      TensorVector weights = new TensorVector();
      for (int i = 0; i < gradients.size(); i++) {
        Tensor gradient = gradients.get(i);
        // A parameter without influence has no gradient; one with a linear influence has a
        // constant gradient, whose derivative is zero.
        if (gradient.defined() && gradient.requires_grad()) {
          outputs.push_back(gradient);
          weights.push_back(v.views().get(i));
        }
      }
      if (!outputs.empty()) {
        BoolOptional retain = new BoolOptional(again);
        accumulator.add(torch.grad(outputs, leaves, weights, retain, false, true));
      }
    }
  }

  @Override
  public long bytes() {
    return GraphSize.bytes(gradients);
  }

  @Override
  public void close() {
    gradients.close();
    leaves.close();
  }
}
