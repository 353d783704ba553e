package org.thalweg.probe.sharpness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.execution.ProgressListener;
import org.thalweg.objective.SampledObjective;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Cost;
import org.thalweg.result.Outcome;
import org.thalweg.result.SharpnessError;
import org.thalweg.result.SharpnessValue;

/**
 * m-sharpness: the mean, over the mini-batches of m samples into which the data are divided, of a
 * measure of the loss of the batch.
 *
 * <p>Σ_B |B|/N · S_B(θ): every batch may have a worst perturbation of its own, so for a worst case
 * it is at least that of the whole data. The division is a random permutation of the stream (seed,
 * {@code "sharpness batches"}); a ragged last batch counts by its size. The standard error is that
 * of the mean over batches, data and draws together. The cost is about that of the measure.
 *
 * <p><b>When it misleads.</b> It grows as m falls, so values of different m cannot be compared.
 *
 * <p>Source: Foret, Kleiner, Mobahi, Neyshabur (2021), section 4.1; Andriushchenko et al. (2023).
 *
 * @param measure of one batch
 * @param size m
 */
public record MiniBatchSharpness(SharpnessMeasure measure, int size, long seed)
    implements SharpnessMeasure {
  private static final String KIND = "standard error over mini-batches";

  public MiniBatchSharpness {
    if (size < 1) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("mini-batches of at least 1 sample")
          .found(Integer.toString(size))
          .next("give a positive number of samples");
    }
  }

  @Override
  public String name() {
    return measure.name();
  }

  @Override
  public SharpnessValue measure(SharpnessPoint point) {
    SampledObjective objective = point.sampled();
    int[] order = RandomStream.of(seed, "sharpness batches").permutation(objective.samples());
    List<SharpnessValue> values = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    Cost cost = Cost.NONE;
    ExecutionOptions silent = point.execution().withListener(ProgressListener.silent());
    for (int start = 0; start < order.length; start += size) {
      point.requireNotCancelled();
      int[] samples = Arrays.copyOfRange(order, start, Math.min(start + size, order.length));
      try (SampledObjective batch = objective.subset(samples)) {
        values.add(measure.measure(new SharpnessPoint(batch, point.theta(), silent)));
        cost = cost.plus(batch.cost());
      }
      point.progress((start + samples.length) / (double) order.length);
      shares.add(samples.length / (double) order.length);
    }
    SharpnessValue first = values.get(0);
    return mean(values, shares)
        .withRadius(first.radius().value(), first.radius().unit())
        .withDraws(first.draws())
        .withDetail("batchSize", size)
        .withDetail("batches", values.size())
        .withCost(perData(cost, values.size()));
  }

  private SharpnessValue mean(List<SharpnessValue> values, List<Double> shares) {
    int n = values.size();
    double mean = 0;
    for (int b = 0; b < n; b++) {
      mean += shares.get(b) * values.get(b).value();
    }
    double squares = 0;
    boolean exhausted = false;
    for (int b = 0; b < n; b++) {
      squares += Math.pow(shares.get(b) * (values.get(b).value() - mean), 2);
      exhausted |= values.get(b).outcome() == Outcome.BUDGET_EXHAUSTED;
    }
    double error = n < 2 ? Double.NaN : Math.sqrt(squares * n / (n - 1));
    return SharpnessValue.of(name(), mean)
        .withError(new SharpnessError(error, KIND, Double.NaN))
        .withOutcome(exhausted ? Outcome.BUDGET_EXHAUSTED : Outcome.CONVERGED);
  }

  /** Passes over batches as passes over the whole data, rounded up. */
  private static Cost perData(Cost cost, int batches) {
    return new Cost(
        (cost.forward() + batches - 1) / batches,
        (cost.gradient() + batches - 1) / batches,
        (cost.hessianProducts() + batches - 1) / batches,
        0);
  }
}
