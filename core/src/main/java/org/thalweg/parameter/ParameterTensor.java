package org.thalweg.parameter;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * One named tensor inside the flat vector θ.
 *
 * @param name as PyTorch would give it, e.g. {@code "conv1.weight"}
 * @param shape row-major; empty for a scalar
 * @param offset where it starts in θ
 */
public record ParameterTensor(String name, List<Integer> shape, ParameterKind kind, int offset) {
  public ParameterTensor {
    shape = List.copyOf(shape);
    if (name.isBlank() || offset < 0 || !isSizable(shape, offset)) {
      throw ThalwegException.of(ErrorCode.INVALID_LAYOUT)
          .expected("a name, dimensions of at least 1, and fewer than 2³¹ parameters")
          .found("tensor '" + name + "' of shape " + shape + " at offset " + offset)
          .next("correct the description of this tensor");
    }
  }

  public int size() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  /** The whole tensor as a stretch of θ. */
  public ParameterSlice slice() {
    return new ParameterSlice(offset, size());
  }

  /**
   * Slices along dimension 0 (output channels, output neurons); 1 for tensors of fewer than two
   * dimensions.
   */
  public int filters() {
    return shape.size() < 2 ? 1 : shape.get(0);
  }

  /** Filter {@code index} of 0 … {@link #filters} − 1 as a stretch of θ. */
  public ParameterSlice filter(int index) {
    Objects.checkIndex(index, filters());
    int length = size() / filters();
    return new ParameterSlice(offset + index * length, length);
  }

  /** All filters, in order; together they are the tensor. */
  public Stream<ParameterSlice> filterSlices() {
    return IntStream.range(0, filters()).mapToObj(this::filter);
  }

  private static boolean isSizable(List<Integer> shape, int offset) {
    long end = 1;
    for (int length : shape) {
      end *= length;
      if (length < 1 || end > Integer.MAX_VALUE) {
        return false;
      }
    }
    return end + offset <= Integer.MAX_VALUE;
  }
}
