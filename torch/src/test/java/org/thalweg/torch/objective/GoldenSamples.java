package org.thalweg.torch.objective;

import java.util.Arrays;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.testkit.GoldenCase;
import org.thalweg.testkit.RelativeError;

/** What PyTorch says of single samples and Gauss–Newton products of a golden case. */
public final class GoldenSamples {
  private GoldenSamples() {}

  /**
   * Fails unless everything agrees.
   *
   * @param tolerance of gradients
   * @param curvature of products
   */
  public static void compare(
      GoldenCase golden, NetworkObjective objective, double tolerance, double curvature) {
    try (Vector theta = objective.parameters();
        Vector v = objective.space().of(golden.direction("v"));
        Vector gradient = objective.space().of(golden.vector("grad"));
        LinearOperator gaussNewton = objective.gaussNewton(theta);
        LinearOperator fisher = objective.fisher(theta)) {
      // Several times: an executor that specialises itself does so after a few.
      for (int round = 0; round < 3; round++) {
        try (Vector product = gaussNewton.apply(v);
            Vector same = fisher.apply(v)) {
          RelativeError.atMost(curvature, "vᵀGv", v.dot(product), golden.number("vGv"));
          RelativeError.atMost(curvature, "‖Gv‖", product.norm(), golden.number("Gv_norm"));
          RelativeError.atMost(curvature, "vᵀFv", v.dot(same), golden.number("vGv"));
        }
      }
      double[] squares = objective.sampleSquaredGradientNorms(theta);
      double[] norms = Arrays.stream(squares).map(Math::sqrt).toArray();
      RelativeError.atMost(tolerance, "‖∇ℓ‖", norms, golden.vector("per_sample_grad_norms"));
      RelativeError.atMost(
          tolerance,
          "mean ‖∇ℓ‖²",
          Arrays.stream(squares).sum() / squares.length,
          golden.number("gradient_statistics", "second_moment_trace"));
      double[] slopes = objective.sampleSlopes(theta, gradient);
      RelativeError.atMost(
          tolerance,
          "mean slope along ∇L",
          Arrays.stream(slopes).sum() / slopes.length,
          Math.pow(golden.number("grad_norm"), 2));
    }
  }
}
