package org.thalweg.torch.objective;

import java.util.List;
import java.util.function.Function;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.thalweg.torch.engine.FlatParameters;

/**
 * Numbers y(θ) of one chunk and their Jacobian J = ∂y/∂θ in both directions. Jᵀw is reverse mode;
 * it is linear in w, so that Jv is the derivative of vᵀJᵀw with respect to w: reverse mode twice,
 * and no need for a forward mode that many operators lack.
 */
final class JacobianGraph implements AutoCloseable {
  private final TensorVector leaves;
  private final TensorVector values;
  private final TensorVector cotangent;
  private final TensorVector pulled;

  private JacobianGraph(
      TensorVector leaves, TensorVector values, TensorVector cotangent, TensorVector pulled) {
    this.leaves = leaves;
    this.values = values;
    this.cotangent = cotangent;
    this.pulled = pulled;
    leaves.retainReference();
    values.retainReference();
    cotangent.retainReference();
    pulled.retainReference();
  }

  /** Records how the numbers arise from the parameters. */
  static JacobianGraph build(FlatParameters parameters, Function<List<Tensor>, Tensor> numbers) {
    try (PointerScope scope = new PointerScope();
        AutoGradMode mode = new AutoGradMode(true)) {
      List<Tensor> leaves = parameters.leaves();
      Tensor values = numbers.apply(leaves);
      TensorVector inputs = new TensorVector(leaves.toArray(new Tensor[0]));
      Tensor zero = torch.zeros_like(values.detach());
      zero.set_requires_grad(true);
      TensorVector outputs = new TensorVector(values);
      TensorVector cotangent = new TensorVector(zero);
      TensorVector pulled = new TensorVector(leaves.size());
      if (values.requires_grad()) {
        pulled = torch.grad(outputs, inputs, cotangent, new BoolOptional(true), true, true);
      }
      return new JacobianGraph(inputs, outputs, cotangent, pulled);
    }
  }

  /** y, without its graph, in the innermost scope. */
  Tensor values() {
    return values.get(0).detach();
  }

  /** Jv, of the shape of y, in the innermost scope. */
  Tensor push(FlatParameters v) {
    TensorVector outputs = new TensorVector();
    TensorVector weights = new TensorVector();
    for (int i = 0; i < pulled.size(); i++) {
      Tensor part = pulled.get(i);
      if (part.defined() && part.requires_grad()) {
        outputs.push_back(part);
        weights.push_back(v.views().get(i));
      }
    }
    if (!outputs.empty()) {
      BoolOptional retain = new BoolOptional(true);
      Tensor product = torch.grad(outputs, cotangent, weights, retain, false, true).get(0);
      if (product.defined()) {
        return product;
      }
    }
    return torch.zeros_like(values());
  }

  /** accumulator ← accumulator + Jᵀw. */
  void pull(Tensor w, FlatParameters accumulator) {
    if (values.get(0).requires_grad()) {
      BoolOptional retain = new BoolOptional(true);
      accumulator.add(torch.grad(values, leaves, new TensorVector(w), retain, false, true));
    }
  }

  /** About how much memory it holds. */
  long bytes() {
    try (PointerScope scope = new PointerScope()) {
      TensorVector roots = new TensorVector(values.get(0));
      for (int i = 0; i < pulled.size(); i++) {
        roots.push_back(pulled.get(i));
      }
      return GraphSize.bytes(roots);
    }
  }

  @Override
  public void close() {
    pulled.close();
    cotangent.close();
    values.close();
    leaves.close();
  }
}
