package org.thalweg.torch.objective;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.thalweg.linalg.Precision;
import org.thalweg.torch.engine.TensorArrays;

/** Room that one thread uses for block after block, so that no block takes memory of its own. */
final class Workspace implements AutoCloseable {
  private final Tensor block;
  private final Tensor point;

  /**
   * @param width of the first layer
   */
  Workspace(BlockShape shape, int width, Precision precision) {
    try (PointerScope scope = new PointerScope()) {
      long size = (long) width * BlockShape.row(shape.samples());
      block = TensorArrays.empty(TensorArrays.scalarType(precision), shape.points() * size);
      point = TensorArrays.empty(TensorArrays.scalarType(precision), size);
      block.retainReference();
      point.retainReference();
    }
  }

  /** Points × width × row, of undefined content. */
  Tensor block(long points, long width, long row) {
    return block.narrow(0, 0, points * width * row).view(points, width, row);
  }

  /** Width × row, of undefined content. */
  Tensor point(long width, long row) {
    return point.narrow(0, 0, width * row).view(width, row);
  }

  @Override
  public void close() {
    block.close();
    point.close();
  }
}
