package org.thalweg.probe.connectivity;

import org.thalweg.linalg.Vector;
import org.thalweg.objective.Objective;
import org.thalweg.objective.SampledObjective;
import org.thalweg.result.Barrier;
import org.thalweg.result.Values;

/**
 * Barriers with standard errors from the finite number of samples.
 *
 * <p>The barrier in the loss is a mean over samples, (1/N) Σ [ℓₙ(φ(t*)) − (1 − t*) ℓₙ(A) − t*
 * ℓₙ(B)], and its standard error is that of this mean: the same samples everywhere on the path, so
 * what is common to all points cancels. The relative barrier is a ratio of two means, its error by
 * the first order of its expansion. t* and the higher end count as given. Where no point rises
 * above the ends there is nothing whose error could be given.
 */
final class BarrierErrors {
  private final Objective objective;
  private final Path path;
  private final Values t;

  BarrierErrors(Objective objective, Path path, Values t) {
    this.objective = objective;
    this.path = path;
    this.t = t;
  }

  /** Costs three or four forward passes where the losses of single samples are known. */
  Barrier ofLoss(Values losses, boolean withErrors) {
    Barrier barrier = Barrier.of(t, losses);
    boolean finite = Double.isFinite(barrier.height());
    if (!withErrors || !finite || !(objective instanceof SampledObjective sampled)) {
      return barrier;
    }
    double at = barrier.at();
    int highest = highest(losses);
    boolean fromB = losses.get(losses.size() - 1) > losses.get(0);
    try (Vector point = objective.space().zeros()) {
      double[] first = sampleLosses(sampled, 0, point);
      double[] last = sampleLosses(sampled, 1, point);
      double[] peak = sampleLosses(sampled, at, point);
      double[] top = t.get(highest) == at ? peak : sampleLosses(sampled, t.get(highest), point);
      int n = peak.length;
      double[] rise = new double[n];
      double[] above = new double[n];
      double[] ratio = new double[n];
      double base = 0;
      for (int i = 0; i < n; i++) {
        double between = (1 - at) * first[i] + at * last[i];
        rise[i] = peak[i] - between;
        above[i] = top[i] - (fromB ? last[i] : first[i]);
        ratio[i] = peak[i] - (1 + barrier.relative()) * between;
        base += between / n;
      }
      return withErrors(
          barrier,
          standardError(rise),
          standardError(above),
          standardError(ratio) / Math.abs(base));
    }
  }

  /** From accuracies alone: answers at different points count as independent. */
  Barrier ofError(Values accuracies) {
    int last = t.size() - 1;
    Values errors = Values.of(accuracies.stream().map(share -> 1 - share).toArray());
    Barrier barrier = Barrier.of(t, errors);
    int samples = objective.samples();
    if (!Double.isFinite(barrier.height()) || samples < 2) {
      return barrier;
    }
    double at = barrier.at();
    double first = variance(errors.get(0), samples);
    double end = variance(errors.get(last), samples);
    double between = (1 - at) * errors.get(0) + at * errors.get(last);
    double peak = variance(between + barrier.height(), samples);
    double chord = (1 - at) * (1 - at) * first + at * at * end;
    double top = variance(errors.get(highest(errors)), samples);
    double ratio = 1 + barrier.relative();
    return withErrors(
        barrier,
        Math.sqrt(peak + chord),
        Math.sqrt(top + (errors.get(last) > errors.get(0) ? end : first)),
        Math.sqrt(peak + ratio * ratio * chord) / between);
  }

  private static Barrier withErrors(
      Barrier barrier, double ofHeight, double ofAboveEnds, double ofRelative) {
    boolean rises = barrier.height() > 0;
    return barrier.withStandardErrors(
        rises ? ofHeight : Double.NaN,
        barrier.aboveEnds() > 0 ? ofAboveEnds : Double.NaN,
        rises ? ofRelative : Double.NaN);
  }

  private double[] sampleLosses(SampledObjective sampled, double at, Vector point) {
    path.point(at, point);
    return sampled.sampleLosses(point);
  }

  private static int highest(Values y) {
    int highest = 0;
    for (int i = 1; i < y.size(); i++) {
      highest = y.get(i) > y.get(highest) ? i : highest;
    }
    return highest;
  }

  /** s/√N with the sample standard deviation s; NaN for a single value. */
  private static double standardError(double[] values) {
    int n = values.length;
    double mean = 0;
    for (double value : values) {
      mean += value / n;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1) / n);
  }

  private static double variance(double share, int samples) {
    return share * (1 - share) / (samples - 1);
  }
}
