package org.thalweg.torch.engine;

import org.bytedeco.pytorch.Tensor;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.VectorSpace;

/** Vectors that are flat tensors. Two spaces of the same dimension and precision are the same. */
public record TensorSpace(int dimension, Precision precision) implements VectorSpace {
  public TensorSpace {
    Libtorch.load();
  }

  @Override
  public TensorVector zeros() {
    TensorVector vector = uninitialized();
    vector.tensor().zero_();
    return vector;
  }

  @Override
  public TensorVector of(double[] values) {
    requireDimension(values.length);
    TensorVector vector = uninitialized();
    TensorArrays.copy(values, vector.tensor());
    return vector;
  }

  /** A vector whose components are whatever the memory held. */
  TensorVector uninitialized() {
    Tensor tensor = TensorArrays.empty(TensorArrays.scalarType(precision), dimension);
    return new TensorVector(this, tensor);
  }

  void requireDimension(int found) {
    if (found != dimension) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected("a vector of " + dimension + " components")
          .found(found + " components")
          .next("use vectors of one space: objective.space() makes the right ones");
    }
  }
}
