package org.thalweg.probe.curvature;

import java.util.function.IntToDoubleFunction;
import org.thalweg.result.SampleEstimate;

/**
 * Standard errors of smooth functions of means over independent samples, by their influence
 * functions: √(Σ (iₙ − ī)² / (N(N − 1))), where iₙ is the first-order effect of sample n on the
 * value, times N (the delta method).
 */
final class SampleMoments {
  private SampleMoments() {}

  static SampleEstimate estimate(double value, int samples, IntToDoubleFunction influence) {
    double mean = 0;
    for (int n = 0; n < samples; n++) {
      mean += influence.applyAsDouble(n) / samples;
    }
    double squares = 0;
    for (int n = 0; n < samples; n++) {
      double deviation = influence.applyAsDouble(n) - mean;
      squares += deviation * deviation;
    }
    double error = samples < 2 ? Double.NaN : Math.sqrt(squares / (samples - 1) / samples);
    return new SampleEstimate(value, error);
  }
}
