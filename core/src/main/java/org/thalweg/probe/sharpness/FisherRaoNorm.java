package org.thalweg.probe.sharpness;

import java.util.Arrays;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.SampledObjective;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Cost;
import org.thalweg.result.SharpnessError;
import org.thalweg.result.SharpnessValue;

/**
 * The squared Fisher–Rao norm ‖θ‖²_FR = θᵀFθ, with F the Fisher information of the model: the
 * expectation over the answers that the model itself gives, see {@link SampledObjective#fisher}.
 *
 * <p>Rescaling of positively homogeneous units leaves it as it is. The standard error over samples
 * is that of a mean over up to 16 random blocks of the data, which are the permutation (seed,
 * {@code "fisher blocks"}) cut in pieces. Costs one product with F, and one more for the error.
 *
 * <p><b>When it misleads.</b> It measures how far the answers are from zero, not how the loss
 * bends: it falls to 0 where a classifier is certain of its answers, however sharp the minimum is.
 * The Fisher matrix of other papers may be the {@linkplain EmpiricalFisherRaoNorm empirical} one.
 *
 * <p>Source: Liang, Poggio, Rakhlin, Stokes (2019), definition 2.
 */
public record FisherRaoNorm(SharpnessOptions options) implements SharpnessMeasure {
  private static final int BLOCKS = 16;

  @Override
  public String name() {
    return "fisher-rao";
  }

  @Override
  public SharpnessValue measure(SharpnessPoint point) {
    SampledObjective objective = point.sampled();
    double square = square(objective, point.theta());
    point.progress(0.5);
    int[] order = RandomStream.of(options.seed(), "fisher blocks").permutation(objective.samples());
    int blocks = Math.min(BLOCKS, order.length);
    double[] squares = new double[blocks];
    Cost cost = Cost.NONE;
    for (int b = 0; b < blocks; b++) {
      point.requireNotCancelled();
      // Cut so that sizes differ by one at most.
      int start = (int) ((long) order.length * b / blocks);
      int end = (int) ((long) order.length * (b + 1) / blocks);
      try (SampledObjective block = objective.subset(Arrays.copyOfRange(order, start, end))) {
        squares[b] = square(block, point.theta());
        cost = cost.plus(block.cost());
      }
      point.progress(0.5 + 0.5 * (b + 1) / blocks);
    }
    double error = AverageNoise.standardError(squares);
    return SharpnessValue.of(name(), square)
        .withError(SharpnessError.NONE.withData(error))
        .withDetail("norm", Math.sqrt(square))
        .withDetail("blocks", blocks)
        .withCost(perData(cost, blocks));
  }

  private static double square(SampledObjective objective, Vector theta) {
    try (LinearOperator fisher = objective.fisher(theta);
        Vector product = fisher.apply(theta)) {
      return theta.dot(product);
    }
  }

  /** Products over blocks as products over the whole data, rounded up. */
  private static Cost perData(Cost cost, int blocks) {
    return new Cost(
        (cost.forward() + blocks - 1) / blocks,
        (cost.gradient() + blocks - 1) / blocks,
        (cost.hessianProducts() + blocks - 1) / blocks,
        0);
  }
}
