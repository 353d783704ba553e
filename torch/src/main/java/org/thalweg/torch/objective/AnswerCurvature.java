package org.thalweg.torch.objective;

import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * A symmetric matrix for every answer of a chunk, known by its products: how the loss curves in the
 * answer.
 */
interface AnswerCurvature extends AutoCloseable {
  /** The product, of the shape of the answers, in the innermost scope. */
  Tensor times(Tensor u);

  /** The graph behind it; empty if there is none. */
  TensorVector graph();

  @Override
  void close();

  /**
   * The Hessian of the summed loss with respect to the answers, by differentiating it twice. Call
   * in grad mode.
   */
  static SecondDerivative hessian(Loss loss, Tensor answers, Tensor targets) {
    Tensor leaf = answers.detach();
    leaf.set_requires_grad(true);
    TensorVector leaves = new TensorVector(leaf);
    TensorVector gradient = ChunkPass.gradients(loss.perSample(leaf, targets).sum(), leaves, true);
    leaves.retainReference();
    gradient.retainReference();
    return new SecondDerivative(leaves, gradient);
  }

  /**
   * diag(e^f) for answers f that are logarithms of probabilities, times the weight that the loss
   * gives each position. Call in grad mode.
   *
   * @throws ThalwegException {@code NOT_APPLICABLE} if the probabilities do not add up to 1
   */
  static AnswerCurvature logProbabilities(Loss loss, Tensor answers, Tensor targets) {
    Tensor leaf = answers.detach();
    double error = leaf.logsumexp(1).abs().max().item_double();
    if (!(error < Diagonal.TOLERANCE)) {
      throw ThalwegException.of(ErrorCode.NOT_APPLICABLE)
          .expected("answers that are logarithms of probabilities, as the loss nll reads them")
          .found("answers whose exponentials add up to e^±%.3g instead of 1".formatted(error))
          .next("end the network with log-softmax, or use the loss cross-entropy for logits");
    }
    leaf.set_requires_grad(true);
    TensorVector gradient =
        ChunkPass.gradients(loss.perSample(leaf, targets).sum(), new TensorVector(leaf), false);
    Tensor weights = gradient.get(0).sum(new long[] {1}, true, null).neg();
    Tensor diagonal = leaf.detach().exp().mul(weights);
    diagonal.retainReference();
    return new Diagonal(diagonal);
  }

  /** ∇ℓₙ∇ℓₙᵀ for each answer, with the gradient in the answer. Call in grad mode. */
  static AnswerCurvature outerProducts(Loss loss, Tensor answers, Tensor targets) {
    try (SecondDerivative curvature = hessian(loss, answers, targets)) {
      Tensor slope = curvature.slope();
      slope.retainReference();
      return new OuterProducts(slope);
    }
  }

  /** ∂²Σℓ/∂f². */
  record SecondDerivative(TensorVector leaves, TensorVector gradient) implements AnswerCurvature {
    /** ∂Σℓ/∂f, in the innermost scope. */
    Tensor slope() {
      Tensor first = gradient.get(0);
      return first.defined() ? first.detach() : torch.zeros_like(leaves.get(0).detach());
    }

    @Override
    public Tensor times(Tensor u) {
      Tensor first = gradient.get(0);
      if (first.defined() && first.requires_grad()) {
        BoolOptional retain = new BoolOptional(true);
        Tensor product =
            torch.grad(gradient, leaves, new TensorVector(u), retain, false, true).get(0);
        if (product.defined()) {
          return product;
        }
      }
      return torch.zeros_like(u);
    }

    @Override
    public TensorVector graph() {
      return gradient;
    }

    @Override
    public void close() {
      gradient.close();
      leaves.close();
    }
  }

  /** A matrix of rank one for each answer. */
  record OuterProducts(Tensor slope) implements AnswerCurvature {
    @Override
    public Tensor times(Tensor u) {
      return slope.mul(slope.mul(u).flatten(1, -1).sum(new long[] {1}, true, null));
    }

    @Override
    public TensorVector graph() {
      return new TensorVector();
    }

    @Override
    public void close() {
      slope.close();
    }
  }

  /** A diagonal matrix. */
  record Diagonal(Tensor diagonal) implements AnswerCurvature {
    /** Of the logarithm of a sum of probabilities; float32 has 1e-6. */
    private static final double TOLERANCE = 1e-3;

    @Override
    public Tensor times(Tensor u) {
      return diagonal.mul(u);
    }

    @Override
    public TensorVector graph() {
      return new TensorVector();
    }

    @Override
    public void close() {
      diagonal.close();
    }
  }
}
