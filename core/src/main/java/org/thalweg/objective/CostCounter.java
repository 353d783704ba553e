package org.thalweg.objective;

import java.util.concurrent.atomic.AtomicLong;
import org.thalweg.result.Cost;

/** Counts what an objective and its replicas cost; safe for several threads. */
final class CostCounter {
  private final AtomicLong forward = new AtomicLong();
  private final AtomicLong gradient = new AtomicLong();
  private final AtomicLong hessianProducts = new AtomicLong();
  private final AtomicLong batched = new AtomicLong();
  private final int samples;

  /** For a function without samples. */
  CostCounter() {
    this(1);
  }

  /** For a mean over so many samples. */
  CostCounter(int samples) {
    this.samples = samples;
  }

  void countForward() {
    forward.incrementAndGet();
  }

  void countGradient() {
    gradient.incrementAndGet();
  }

  /** Gradients of batches are counted by their samples, as whole gradients in the end. */
  void countBatch(int size) {
    batched.addAndGet(size);
  }

  void countHessianProduct() {
    hessianProducts.incrementAndGet();
  }

  /** The sum so far; {@code seconds} is 0. */
  Cost cost() {
    long batches = (batched.get() + samples - 1) / samples;
    return new Cost(forward.get(), gradient.get() + batches, hessianProducts.get(), 0);
  }
}
