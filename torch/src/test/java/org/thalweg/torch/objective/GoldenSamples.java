package org.thalweg.torch.objective;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.testkit.GoldenCase;
import org.thalweg.testkit.RelativeError;

/** What PyTorch says of single samples and Gauss–Newton products of a golden case. */
public final class GoldenSamples {
  private static final int SOME = 40;

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
        Vector gradient = objective.space().zeros();
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
      boolean all = golden.x().shape().size() < 4;
      double[] squares =
          all ? objective.sampleSquaredGradientNorms(theta) : first(objective, theta);
      if (golden.vectors().containsKey("per_sample_grad_norms")) {
        double[] norms = Arrays.stream(squares).map(Math::sqrt).toArray();
        double[] expected = Arrays.copyOf(golden.vector("per_sample_grad_norms"), norms.length);
        RelativeError.atMost(tolerance, "‖∇ℓ‖", norms, expected);
      }
      if (all) {
        RelativeError.atMost(
            tolerance,
            "mean ‖∇ℓ‖²",
            Arrays.stream(squares).sum() / squares.length,
            golden.number("gradient_statistics", "second_moment_trace"));
      }
      objective.gradient(theta, gradient);
      double[] slopes = objective.sampleSlopes(theta, gradient);
      RelativeError.atMost(
          tolerance,
          "mean slope along ∇L",
          Arrays.stream(slopes).sum() / slopes.length,
          Math.pow(golden.number("grad_norm"), 2));
    }
  }

  /** Of a few images: one at a time they are slow. */
  private static double[] first(NetworkObjective objective, Vector theta) {
    try (NetworkObjective some = objective.subset(IntStream.range(0, SOME).toArray())) {
      return some.sampleSquaredGradientNorms(theta);
    }
  }
}
