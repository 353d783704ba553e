package org.thalweg.torch.objective;

import java.util.concurrent.atomic.LongAdder;
import org.thalweg.result.Cost;

/** What an objective and its replicas have cost together. */
final class CostCounter {
  private final LongAdder forward = new LongAdder();
  private final LongAdder gradient = new LongAdder();
  private final LongAdder hessianProducts = new LongAdder();

  void forward(long passes) {
    forward.add(passes);
  }

  void gradient() {
    gradient.increment();
  }

  void hessianProduct() {
    hessianProducts.increment();
  }

  Cost cost() {
    return new Cost(forward.sum(), gradient.sum(), hessianProducts.sum(), 0);
  }
}
