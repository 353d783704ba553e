package org.thalweg.torch.engine;

import org.junit.jupiter.api.Nested;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.VectorSpace;
import org.thalweg.testkit.VectorContract;

class TensorVectorContractTest {
  @Nested
  class Float32 extends VectorContract {
    @Override
    protected VectorSpace space() {
      return new TensorSpace(5003, Precision.FLOAT32);
    }
  }

  @Nested
  class Float64 extends VectorContract {
    @Override
    protected VectorSpace space() {
      return new TensorSpace(5003, Precision.FLOAT64);
    }
  }
}
