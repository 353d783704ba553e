package org.thalweg.objective;

import java.util.concurrent.atomic.AtomicLong;
import org.thalweg.result.Cost;

/** Counts what an objective and its replicas cost; safe for several threads. */
final class CostCounter {
  private final AtomicLong forward = new AtomicLong();
  private final AtomicLong gradient = new AtomicLong();
  private final AtomicLong hessianProducts = new AtomicLong();

  void countForward() {
    forward.incrementAndGet();
  }

  void countGradient() {
    gradient.incrementAndGet();
  }

  void countHessianProduct() {
    hessianProducts.incrementAndGet();
  }

  /** The sum so far; {@code seconds} is 0. */
  Cost cost() {
    return new Cost(forward.get(), gradient.get(), hessianProducts.get(), 0);
  }
}
