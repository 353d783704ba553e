package org.thalweg.torch.network;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.thalweg.torch.engine.TensorArrays;
import org.thalweg.torch.engine.TensorWorkers;

/**
 * The products of matrices in a linear layer, large ones divided among workers by columns or rows
 * of their result. Other than parts of a batch, such parts need not be added up, and none is as
 * long as θ.
 *
 * <p>How many parts there are depends on the sizes alone, so that no bit of a result depends on the
 * number of workers.
 */
final class DividedProducts {
  /** Multiplications below which waking another thread costs more than it gains. */
  private static final long SMALLEST_DIVIDED = 1L << 23;

  /** A part reads all of the other matrix; with fewer columns that begins to show. */
  private static final long COLUMNS = 128;

  private static final long MOST_PARTS = 8;

  /** Columns, or rows, of a result. */
  private record Part(long start, long length) {
    Tensor of(Tensor matrix, int dimension) {
      return matrix.narrow(dimension, start, length);
    }
  }

  /** What is done for one part of a result, in a scope of its own. */
  private interface Product {
    void compute(Part part);
  }

  private final TensorWorkers workers;

  DividedProducts(TensorWorkers workers) {
    this.workers = workers;
  }

  /** xWᵀ + b, in the innermost scope. */
  Tensor linear(Tensor input, Tensor weight, Tensor bias) {
    long outputs = weight.size(0);
    List<Part> parts = parts(outputs, input.numel());
    if (parts.size() == 1) {
      return Layers.linear(input, weight, bias);
    }
    Tensor result = TensorArrays.empty(input.scalar_type(), input.size(0), outputs);
    workers.run(
        tasks(
            parts,
            part ->
                torch.addmm_out(
                    part.of(result, 1), part.of(bias, 0), input, part.of(weight, 0).t())));
    return result;
  }

  /** gradient ← (∂L/∂y)ᵀx for y = xWᵀ. */
  void weightGradient(Tensor outer, Tensor input, Tensor gradient) {
    workers.run(weightTasks(outer, input, gradient));
  }

  /** The same, and ∂L/∂x = (∂L/∂y)W in the innermost scope. */
  Tensor gradients(Tensor outer, Tensor input, Tensor weight, Tensor gradient) {
    List<Part> parts = parts(weight.size(1), outer.numel());
    List<Callable<Boolean>> tasks = weightTasks(outer, input, gradient);
    if (parts.size() == 1 && tasks.size() == 1) {
      workers.run(tasks); // by the caller: two small products are not worth another thread
      return torch.mm(outer, weight);
    }
    Tensor inner = TensorArrays.empty(outer.scalar_type(), outer.size(0), weight.size(1));
    tasks.addAll(tasks(parts, part -> torch.mm_out(part.of(inner, 1), outer, part.of(weight, 1))));
    workers.run(tasks);
    return inner;
  }

  private static List<Callable<Boolean>> weightTasks(Tensor outer, Tensor input, Tensor gradient) {
    List<Part> parts = parts(gradient.size(0), input.numel());
    return tasks(parts, part -> torch.mm_out(part.of(gradient, 0), part.of(outer, 1).t(), input));
  }

  private static List<Callable<Boolean>> tasks(List<Part> parts, Product product) {
    List<Callable<Boolean>> tasks = new ArrayList<>(parts.size());
    for (Part part : parts) {
      tasks.add(
          () -> {
            try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
              product.compute(part);
              return true;
            }
          });
    }
    return tasks;
  }

  /**
   * @param length of the dimension to divide
   * @param others multiplications for each of it
   */
  private static List<Part> parts(long length, long others) {
    long count =
        length * others < SMALLEST_DIVIDED
            ? 1
            : Math.max(1, Math.min(MOST_PARTS, length / COLUMNS));
    List<Part> parts = new ArrayList<>();
    for (long part = 0; part < count; part++) {
      long start = length * part / count;
      parts.add(new Part(start, length * (part + 1) / count - start));
    }
    return parts;
  }
}
