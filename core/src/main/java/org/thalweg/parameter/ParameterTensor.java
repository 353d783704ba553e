package org.thalweg.parameter;

import java.util.List;

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
  }

  public int size() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  /**
   * Slices along dimension 0 (output channels, output neurons); 1 for tensors of fewer than two
   * dimensions.
   */
  public int filters() {
    return shape.size() < 2 ? 1 : shape.get(0);
  }
}
