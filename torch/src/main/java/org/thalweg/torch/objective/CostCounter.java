package org.thalweg.torch.objective;

import java.util.concurrent.atomic.LongAdder;
import org.thalweg.result.Cost;

/** What an objective and its replicas have cost together. */
final class CostCounter {
  private final LongAdder forward = new LongAdder();
  private final LongAdder gradient = new LongAdder();
  private final LongAdder hessianProducts = new LongAdder();
  private final LongAdder batched = new LongAdder();
  private final int samples;

  CostCounter(int samples) {
    this.samples = samples;
  }

  void forward(long passes) {
    forward.add(passes);
  }

  void gradient() {
    gradient.increment();
  }

  /** Gradients of batches are counted by their samples, as whole gradients in the end. */
  void batch(int size) {
    batched.add(size);
  }

  void hessianProduct() {
    hessianProducts.increment();
  }

  Cost cost() {
    long batches = (batched.sum() + samples - 1) / samples;
    return new Cost(forward.sum(), gradient.sum() + batches, hessianProducts.sum(), 0);
  }
}
