package org.thalweg.probe.sharpness;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.StatUtils;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Eigenpairs;
import org.thalweg.linalg.Lanczos;
import org.thalweg.linalg.LanczosListener;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.objective.TwiceDifferentiableObjective;
import org.thalweg.result.Outcome;
import org.thalweg.result.SharpnessError;
import org.thalweg.result.SharpnessValue;

/**
 * The local learning coefficient λ̂ = nβ (E_β[L(w)] − L(θ)), the expectation over the density
 * exp(−nβ L(w) − (γ/2)‖w − θ‖²) with nβ = n / ln n: d/2 at a minimum that is quadratic in all d
 * parameters, less the more degenerate it is.
 *
 * <p>By several {@linkplain LangevinChain Langevin chains} from θ; the loss is that of the batch of
 * each step, less what the same samples have at θ. The standard error is that of the mean over
 * chains. Chains × (burn-in + steps) gradients of a mini-batch, and a few Hessian-vector products
 * for the step size unless it is given.
 *
 * <p><b>When it misleads.</b> An estimate below 0 shows that θ is no minimum: chains went below it.
 * One above d/2 by more than four standard errors shows a step too long, too noisy a gradient or
 * another valley. {@code drift}, the change from the first to the second half of the steps, shows
 * chains too short if it is more than four of its standard errors or a tenth of the value. In all
 * three cases the outcome says that the budget ran out and the number is no learning coefficient.
 * Directions with nβ·curvature below γ count less than ½, noise of mini-batches and long steps
 * raise the value, and the flat directions of a network need far more steps than the steep ones.
 * The true coefficient survives rescaling of layers, this estimate does not.
 *
 * <p>Source: Lau, Furman, Wang, Murfet, Wei (2023); Watanabe (2013) for β.
 *
 * @param samples n; 0 for the number of samples of the objective
 */
public record LocalLearningCoefficient(int samples, LangevinOptions chains, long seed)
    implements SharpnessMeasure {
  private static final double STEP = 0.2;
  private static final double ROUGHLY = 0.05;
  private static final int PRODUCTS = 60;
  private static final double CLEARLY = 4;
  private static final double SETTLED = 0.1;

  @Override
  public String name() {
    return "learning-coefficient";
  }

  @Override
  public SharpnessValue measure(SharpnessPoint point) {
    point.differentiable();
    double beta = inverseTemperature(point);
    if (!Double.isFinite(point.loss())) {
      return SharpnessValue.of(name(), Double.NaN);
    }
    double step = stepSize(point, beta);
    LangevinChain chain = new LangevinChain(beta, step, chains, seed);
    LangevinChain.Trace[] traces = new LangevinChain.Trace[chains.chains()];
    for (int c = 0; c < traces.length; c++) {
      int before = c;
      traces[c] = chain.run(point, c, part -> point.progress((before + part) / chains.chains()));
    }
    double[] values = scaled(traces, beta, LangevinChain.Trace::mean);
    double[] drifts = scaled(traces, beta, trace -> trace.later() - trace.earlier());
    double value = StatUtils.mean(values);
    double error = AverageNoise.standardError(values);
    double largest = point.theta().dimension() / 2.0;
    SharpnessValue found =
        SharpnessValue.of(name(), value)
            .withError(new SharpnessError(error, "standard error over chains", Double.NaN))
            .withRadius(chains.localisation(), "γ")
            .withDraws(chains.chains() * chains.steps())
            .withDetail("halfDimension", largest)
            .withDetail("drift", StatUtils.mean(drifts))
            .withDetail("driftStderr", AverageNoise.standardError(drifts))
            .withDetail("chains", values.length)
            .withDetail("negativeChains", count(values, v -> v < 0))
            .withDetail("divergentChains", count(values, v -> !Double.isFinite(v)))
            .withDetail("inverseTemperature", beta)
            .withDetail("stepSize", step)
            .withDetail("burnIn", chains.burnIn());
    boolean doubtful = value < 0 || value - CLEARLY * error > largest || moving(drifts, value);
    return doubtful ? found.withOutcome(Outcome.BUDGET_EXHAUSTED) : found;
  }

  private static boolean moving(double[] drifts, double value) {
    double drift = Math.abs(StatUtils.mean(drifts));
    return drift > CLEARLY * AverageNoise.standardError(drifts) || drift > SETTLED * value;
  }

  /** nβ = n / ln n. */
  private double inverseTemperature(SharpnessPoint point) {
    int n = samples > 0 ? samples : point.objective().samples();
    if (n < 2) {
      throw ThalwegException.of(ErrorCode.NOT_APPLICABLE)
          .expected("a mean loss over at least 2 samples")
          .found(n + " samples")
          .next("give the number of samples that the loss stands for");
    }
    return n / Math.log(n);
  }

  private double stepSize(SharpnessPoint point, double beta) {
    if (!Double.isNaN(chains.stepSize())) {
      return chains.stepSize();
    }
    double curvature = beta * Math.max(0, largestEigenvalue(point)) + chains.localisation();
    if (!(curvature > 0)) {
      throw ThalwegException.of(ErrorCode.NOT_APPLICABLE)
          .expected("a positive curvature or localisation, to choose a step size by")
          .found("a curvature of " + curvature)
          .next("give a step size or a localisation γ");
    }
    return STEP / curvature;
  }

  private double largestEigenvalue(SharpnessPoint point) {
    if (!(point.objective() instanceof TwiceDifferentiableObjective objective)) {
      throw ThalwegException.of(ErrorCode.NOT_APPLICABLE)
          .expected("a step size, or Hessian-vector products to choose one by")
          .found("neither")
          .next("give a step size of the Langevin chains");
    }
    LanczosOptions options =
        LanczosOptions.of(1, 0).withTolerance(ROUGHLY).withMaxProducts(PRODUCTS).withSeed(seed);
    try (LinearOperator hessian = objective.hessian(point.theta());
        Eigenpairs pairs =
            Lanczos.solve(
                hessian,
                options,
                LanczosListener.silent(),
                point.execution().cancellation()::requested)) {
      point.requireNotCancelled();
      return pairs.top().get(0).value();
    }
  }

  private static double[] scaled(
      LangevinChain.Trace[] traces, double beta, ToDoubleFunction<LangevinChain.Trace> part) {
    return Arrays.stream(traces).mapToDouble(trace -> beta * part.applyAsDouble(trace)).toArray();
  }

  private static int count(double[] values, DoublePredicate condition) {
    return (int) Arrays.stream(values).filter(condition).count();
  }
}
