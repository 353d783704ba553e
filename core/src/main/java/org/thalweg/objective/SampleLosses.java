package org.thalweg.objective;

/** Mean and standard error of the losses of single samples. */
final class SampleLosses {
  private SampleLosses() {}

  static Evaluation evaluation(double[] losses, double accuracy) {
    int n = losses.length;
    double sum = 0;
    for (double loss : losses) {
      sum += loss;
    }
    double mean = sum / n;
    double squares = 0;
    for (double loss : losses) {
      squares += (loss - mean) * (loss - mean);
    }
    double standardError = n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1) / n);
    return new Evaluation(mean, standardError, accuracy);
  }
}
