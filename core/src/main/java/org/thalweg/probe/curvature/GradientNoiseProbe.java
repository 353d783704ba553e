package org.thalweg.probe.curvature;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.SampledObjective;
import org.thalweg.result.Cost;
import org.thalweg.result.GradientNoise;
import org.thalweg.result.Histogram;
import org.thalweg.result.Outcome;
import org.thalweg.result.SampleEstimate;

/**
 * How noisy the gradient of a random sample or batch is, compared with the gradient of the data.
 *
 * <p>With gₙ = ∇ℓₙ(θ), ḡ their mean and N samples: tr Σ = (1/(N − 1)) Σ ‖gₙ − ḡ‖², unbiased; the
 * noise scale tr Σ/‖∇L‖², in samples, is the batch size beyond which larger batches stop paying
 * (McCandlish et al. 2018, "simple noise scale"); (η/B)·tr Σ measures the noise of stochastic
 * gradient descent with learning rate η and batch size B. A penalty has part in ∇L and none in tr
 * Σ. Standard errors by the delta method from the same N samples.
 *
 * <p><b>Cost.</b> One gradient sample by sample, which takes several times as long as one in
 * batches, one gradient, and one or two passes like Hessian-vector products.
 *
 * <p><b>When it misleads.</b> Near a stationary point ‖∇L‖² is itself mostly sampling error (signal
 * to noise near 1): the noise scale is then about N whatever the network, and its standard error,
 * which is to first order, is too small. Like the gradient it depends on the parameterisation.
 */
public final class GradientNoiseProbe {
  /**
   * What the gradients of single samples cost: they are taken in blocks, which count for
   * themselves, so that the cost of the objective does not contain it.
   */
  public static final Cost BLOCKS = new Cost(0, 1, 0, 0);

  private static final String ACTIVITY = "gradient noise";
  private static final int TOGETHER = 256;
  private static final int INTERVALS = 40;

  private final Optional<GradientStep> step;

  /** Of the gradient alone. */
  public GradientNoiseProbe() {
    this.step = Optional.empty();
  }

  /** Of a step of stochastic gradient descent as well. */
  public GradientNoiseProbe(GradientStep step) {
    this.step = Optional.of(step);
  }

  /** Measures at θ. */
  public GradientNoise measure(SampledObjective objective, Vector theta) {
    return measure(objective, theta, ProgressListener.silent(), new Cancellation());
  }

  /** Measures at θ; progress counts samples. */
  public GradientNoise measure(
      SampledObjective objective,
      Vector theta,
      ProgressListener progress,
      Cancellation cancellation) {
    double[] norms = squaredNorms(objective, theta, progress, cancellation);
    if (cancellation.requested()) {
      return missing(objective.samples());
    }
    try (Vector gradient = objective.space().zeros();
        Vector mean = objective.space().zeros()) {
      objective.gradient(theta, gradient);
      mean.set(gradient).axpy(-objective.weightDecay(), theta);
      double[] alongMean = objective.sampleSlopes(theta, mean);
      double[] along =
          objective.weightDecay() == 0 ? alongMean : objective.sampleSlopes(theta, gradient);
      double[] distances = new double[norms.length];
      double meanSquare = mean.dot(mean);
      for (int n = 0; n < norms.length; n++) {
        distances[n] = norms[n] - 2 * alongMean[n] + meanSquare;
      }
      return noise(distances, along, gradient.dot(gradient), histogram(norms));
    }
  }

  /**
   * The statistics.
   *
   * @param distances ‖gₙ − ḡ‖²
   * @param along ⟨gₙ, ∇L⟩
   * @param square ‖∇L‖²
   * @param sampleNorms ‖gₙ‖
   */
  private GradientNoise noise(
      double[] distances, double[] along, double square, Optional<Histogram> sampleNorms) {
    int n = distances.length;
    double trace = n < 2 ? Double.NaN : Arrays.stream(distances).sum() / (n - 1);
    double norm = Math.sqrt(square);
    SampleEstimate covarianceTrace = SampleMoments.estimate(trace, n, i -> distances[i]);
    SampleEstimate noiseScale =
        SampleMoments.estimate(
            trace / square, n, i -> distances[i] / square - 2 * trace / square * along[i] / square);
    double ratio = norm / Math.sqrt(trace);
    SampleEstimate single =
        SampleMoments.estimate(
            ratio, n, i -> ratio * (along[i] / square - distances[i] / (2 * trace)));
    boolean finite = Double.isFinite(trace) && Double.isFinite(square);
    return new GradientNoise(
        n,
        SampleMoments.estimate(norm, n, i -> along[i] / norm),
        covarianceTrace,
        noiseScale,
        single.times(Math.sqrt(n)),
        SampleMoments.estimate(square - trace / n, n, i -> 2 * along[i] - distances[i] / n),
        sampleNorms,
        step.map(
            one ->
                new GradientNoise.Step(
                    one.learningRate(),
                    one.batchSize(),
                    covarianceTrace.times(one.learningRate() / one.batchSize()),
                    single.times(Math.sqrt(one.batchSize())))),
        finite || n < 2 ? Outcome.CONVERGED : Outcome.NON_FINITE);
  }

  private static Optional<Histogram> histogram(double[] squaredNorms) {
    double[] norms = Arrays.stream(squaredNorms).map(Math::sqrt).toArray();
    boolean shown = Arrays.stream(norms).allMatch(Double::isFinite);
    return shown && Arrays.stream(norms).anyMatch(norm -> norm > 0)
        ? Optional.of(Histogram.logarithmic(norms, INTERVALS))
        : Optional.empty();
  }

  /** Block by block, so that it can be stopped. */
  private static double[] squaredNorms(
      SampledObjective objective,
      Vector theta,
      ProgressListener progress,
      Cancellation cancellation) {
    int count = objective.samples();
    double[] norms = new double[count];
    for (int start = 0; start < count && !cancellation.requested(); start += TOGETHER) {
      int end = Math.min(count, start + TOGETHER);
      try (SampledObjective block = objective.subset(IntStream.range(start, end).toArray())) {
        double[] part = block.sampleSquaredGradientNorms(theta);
        System.arraycopy(part, 0, norms, start, part.length);
      }
      progress.progress(ACTIVITY, end, count);
    }
    return norms;
  }

  private static GradientNoise missing(int samples) {
    SampleEstimate none = new SampleEstimate(Double.NaN, Double.NaN);
    return new GradientNoise(
        samples,
        none,
        none,
        none,
        none,
        none,
        Optional.empty(),
        Optional.empty(),
        Outcome.CANCELLED);
  }
}
