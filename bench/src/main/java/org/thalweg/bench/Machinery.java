package org.thalweg.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.thalweg.torch.engine.TensorWorkers;

/**
 * What this machine can do at most, measured in the same run: float32 products of matrices, and
 * bytes between memory and processor.
 *
 * @param operations additions and multiplications in a second, on both cores together
 * @param bytes read and written in a second, on both cores together
 */
record Machinery(double operations, double bytes) {
  private static final int SIDE = 1024;
  private static final int NUMBERS = 16 << 20;

  static Machinery measure(int cores, int repetitions) {
    return new Machinery(
        best(cores, repetitions, Machinery::product), best(cores, repetitions, Machinery::copy));
  }

  /** The largest rate seen; each core works on its own. */
  private static double best(int cores, int repetitions, Callable<Double> work) {
    try (TensorWorkers workers = new TensorWorkers(cores)) {
      List<Callable<Double>> tasks = new ArrayList<>();
      for (int core = 0; core < cores; core++) {
        tasks.add(work);
      }
      double best = 0;
      for (int i = 0; i < repetitions; i++) {
        best = Math.max(best, workers.run(tasks).stream().mapToDouble(Double::doubleValue).sum());
      }
      return best;
    }
  }

  private static double product() {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      Tensor a = torch.rand(SIDE, SIDE);
      Tensor b = torch.rand(SIDE, SIDE);
      Tensor c = torch.mm(a, b);
      long start = System.nanoTime();
      for (int i = 0; i < 4; i++) {
        torch.mm_out(c, a, b);
      }
      return 4 * 2.0 * SIDE * SIDE * SIDE / ((System.nanoTime() - start) / 1e9);
    }
  }

  private static double copy() {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      Tensor from = torch.rand(NUMBERS);
      Tensor to = torch.zeros_like(from);
      long start = System.nanoTime();
      to.copy_(from);
      return 2.0 * Float.BYTES * NUMBERS / ((System.nanoTime() - start) / 1e9);
    }
  }
}
