package org.thalweg.probe.sharpness;

import org.jspecify.annotations.Nullable;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.DifferentiableObjective;
import org.thalweg.objective.Evaluation;
import org.thalweg.objective.Objective;
import org.thalweg.objective.SampledObjective;
import org.thalweg.objective.TwiceDifferentiableObjective;

/**
 * The point that measures look at: an objective, θ, and what several measures need to know there,
 * computed once. It owns none of its vectors.
 */
public final class SharpnessPoint {
  private static final String ACTIVITY = "sharpness";
  private static final int PERCENT = 100;

  private final Objective objective;
  private final Vector theta;
  private final ExecutionOptions execution;
  private int before;
  private int measures = 1;
  private @Nullable Evaluation evaluation;
  private double @Nullable [] sampleLosses;

  public SharpnessPoint(Objective objective, Vector theta, ExecutionOptions execution) {
    this.objective = objective;
    this.theta = theta;
    this.execution = execution;
  }

  public Objective objective() {
    return objective;
  }

  /** θ; only to be read. */
  public Vector theta() {
    return theta;
  }

  public ExecutionOptions execution() {
    return execution;
  }

  /** At θ. Costs one forward pass, the first time. */
  public Evaluation evaluation() {
    Evaluation known = evaluation;
    if (known == null) {
      known = objective.evaluate(theta);
      evaluation = known;
    }
    return known;
  }

  /** L(θ). */
  public double loss() {
    return evaluation().loss();
  }

  /**
   * 1 + L(θ), which relative measures divide by, or {@code NOT_APPLICABLE} if it is not positive.
   */
  double onePlusLoss() {
    double sum = 1 + loss();
    if (sum <= 0) {
      throw ThalwegException.of(ErrorCode.NOT_APPLICABLE)
          .expected("a loss above −1, as its rise is divided by 1 + L")
          .found("a loss of " + loss())
          .next("use a measure of the rise itself");
    }
    return sum;
  }

  /** ℓₙ(θ), or {@code NOT_APPLICABLE}; only to be read. Costs one forward pass, the first time. */
  public double[] sampleLosses() {
    double[] known = sampleLosses;
    if (known == null) {
      known = sampled().sampleLosses(theta);
      sampleLosses = known;
    }
    return known;
  }

  /** The objective with its gradient, or {@code NOT_APPLICABLE}. */
  public DifferentiableObjective differentiable() {
    if (objective instanceof DifferentiableObjective differentiable) {
      return differentiable;
    }
    throw lacking("a gradient", "use a sampled measure, which needs values only");
  }

  /** The objective with its Hessian, or {@code NOT_APPLICABLE}. */
  public TwiceDifferentiableObjective twiceDifferentiable() {
    if (objective instanceof TwiceDifferentiableObjective twice) {
      return twice;
    }
    throw lacking("Hessian-vector products", "use a measure of the rise of the loss");
  }

  /** The objective with its samples, or {@code NOT_APPLICABLE}. */
  public SampledObjective sampled() {
    if (objective instanceof SampledObjective sampled) {
      return sampled;
    }
    throw lacking("a loss known sample by sample", "use a measure of the mean loss");
  }

  /** From now on progress is that of a measure after so many others. */
  void begin(int finished, int total) {
    before = finished;
    measures = total;
    progress(0);
  }

  /** Tells listeners which part of the measure is done: a hundred units for each measure. */
  public void progress(double part) {
    long done = PERCENT * (long) before + Math.round(PERCENT * part);
    execution.listener().progress(ACTIVITY, done, PERCENT * (long) measures);
  }

  /** Ends the measurement if a stop was requested. Ask before each unit of work. */
  public void requireNotCancelled() {
    if (execution.cancellation().requested()) {
      throw ThalwegException.of(ErrorCode.CANCELLED)
          .expected("to finish the measure")
          .found("a request to stop")
          .next("measure again");
    }
  }

  /** {@code NOT_APPLICABLE} for a neighbourhood without extent where there must be one. */
  static void requirePositive(String what, double size) {
    if (!(size > 0)) {
      throw ThalwegException.of(ErrorCode.NOT_APPLICABLE)
          .expected("a " + what + " above 0")
          .found(Double.toString(size))
          .next("give a larger radius");
    }
  }

  private static ThalwegException lacking(String what, String next) {
    return ThalwegException.of(ErrorCode.NOT_APPLICABLE)
        .expected(what)
        .found("an objective without it")
        .next(next);
  }
}
