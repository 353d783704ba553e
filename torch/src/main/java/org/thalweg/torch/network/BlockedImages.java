package org.thalweg.torch.network;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Images in the layout that oneDNN chooses for itself (sixteen channels of a pixel side by side on
 * current processors), kept from one layer to the next. Convolution and pooling are about twice as
 * fast as channels-last, and the values are the same up to rounding; but only float32 can take this
 * way, and a graph of it can be differentiated once, not twice.
 */
final class BlockedImages {
  private BlockedImages() {}

  /** Whether these images may go this way, with this activation. */
  static boolean apply(Activation activation, Tensor images) {
    return activation == Activation.RELU
        && images.scalar_type().intern() == ScalarType.Float
        && torch.hasMKLDNN();
  }

  static Tensor of(Tensor images) {
    try (Tensor rows = images.contiguous()) {
      return rows.to_mkldnn();
    }
  }

  /** The same numbers as an ordinary tensor; one that is ordinary already comes back as another. */
  static Tensor plain(Tensor images) {
    return images.is_mkldnn() ? images.to_dense() : images.alias();
  }
}
