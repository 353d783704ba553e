package org.thalweg.bench;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/** A network as the plain loop has it: a module with its parameters inside. */
interface PlainFunction {
  /** Batch × outputs. */
  Tensor forward(Tensor x);

  /** What moves; changing them changes {@link #forward}. */
  TensorVector parameters();
}
