package org.thalweg.probe.curvature;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * A step of stochastic gradient descent.
 *
 * @param learningRate η &gt; 0
 * @param batchSize samples in a batch, at least 1
 */
public record GradientStep(double learningRate, int batchSize) {
  public GradientStep {
    if (!(learningRate > 0) || Double.isInfinite(learningRate) || batchSize < 1) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("a learning rate above 0 and a batch of at least one sample")
          .found("learning rate " + learningRate + ", batch " + batchSize)
          .next("give those of the training");
    }
  }
}
