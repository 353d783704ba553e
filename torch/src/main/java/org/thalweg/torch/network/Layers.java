package org.thalweg.torch.network;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** The building blocks of networks; each returns a new tensor that the caller may close. */
final class Layers {
  private static final long[] ONES = {1, 1};
  private static final long[] TWOS = {2, 2};
  private static final long[] ZEROS = {0, 0};
  private static final long[] FIRST = {0};
  private static final long[] FIRST_OF_EACH = {1};

  private Layers() {}

  /** Batch × everything else, row-major (channel, row, column) whatever the memory layout. */
  static Tensor flatten(Tensor input) {
    return input.dim() == 2 ? input.alias() : input.flatten(1, -1);
  }

  /** xWᵀ + b. */
  static Tensor linear(Tensor input, Tensor weight, Tensor bias) {
    try (TensorOptional optional = new TensorOptional(bias)) {
      return torch.linear(input, weight, optional);
    }
  }

  /** summand + xWᵀ. */
  static Tensor linearPlus(Tensor summand, Tensor input, Tensor weight) {
    try (Tensor transposed = weight.t()) {
      return torch.addmm(summand, input, transposed);
    }
  }

  /** result ← Wxᵀ + b: out × batch, with a batch of rows x. */
  static void linearAcross(Tensor input, Tensor weight, Tensor bias, Tensor result) {
    try (Tensor column = bias.unsqueeze(1);
        Tensor transposed = input.t()) {
      torch.addmm_out(result, column, weight, transposed).close();
    }
  }

  /**
   * Wx + b for each point: points × in × batch with points × out × in and points × out. For a
   * single output, which is no product of matrices, in two operations for all points: of small
   * networks that takes half as long.
   */
  static Tensor linearOfEach(Tensor inputs, Tensor weights, Tensor biases) {
    return isSingle(weights)
        ? sumOfUnits(inputs.mul(weights.transpose(1, 2)), biases)
        : torch.baddbmm(biases.unsqueeze(2), weights, inputs);
  }

  /** The same for inputs that nobody needs any more; they may be overwritten. */
  static Tensor linearOfEachInPlace(Tensor inputs, Tensor weights, Tensor biases) {
    return isSingle(weights)
        ? sumOfUnits(inputs.mul_(weights.transpose(1, 2)), biases)
        : linearOfEach(inputs, weights, biases);
  }

  private static boolean isSingle(Tensor weightsOfEach) {
    return weightsOfEach.size(1) == 1;
  }

  private static Tensor sumOfUnits(Tensor units, Tensor biases) {
    return units.sum(FIRST_OF_EACH, true, new ScalarTypeOptional()).add_(biases.unsqueeze(2));
  }

  /** x ← φ(x); x itself. */
  static Tensor activateInPlace(Activation activation, Tensor input) {
    return switch (activation) {
      case RELU -> torch.relu_(input);
      case TANH -> torch.tanh_(input);
      case GELU -> torch.gelu_(input);
    };
  }

  /** ∂L/∂x from ∂L/∂φ(x) and φ(x), for a φ whose derivative follows from its value. */
  static Tensor derivative(Activation activation, Tensor outer, Tensor value) {
    return switch (activation) {
      case RELU -> torch.threshold_backward(outer, value, new Scalar(0.0));
      case TANH -> torch.tanh_backward(outer, value);
      case GELU -> throw new IllegalArgumentException("GELU does not say where it was");
    };
  }

  /** sum ← Σₙ xₙ over the rows. */
  static void sumOfRows(Tensor rows, Tensor sum) {
    torch.sum_out(sum, rows, FIRST);
  }

  static Tensor activate(Activation activation, Tensor input) {
    return switch (activation) {
      case RELU -> torch.relu(input);
      case TANH -> torch.tanh(input);
      case GELU -> torch.gelu(input);
    };
  }

  /**
   * Images with the channels of one pixel next to each other, where convolution and above all
   * pooling are several times faster. A single channel is the same memory in both layouts, but has
   * to be described as channels-last for the layers that follow to take that path.
   */
  static Tensor channelsLast(Tensor images) {
    if (images.size(1) != 1) {
      return images.contiguous(torch.MemoryFormat.ChannelsLast);
    }
    long rows = images.size(2);
    long columns = images.size(3);
    try (Tensor contiguous = images.contiguous();
        Tensor pixels = contiguous.view(images.size(0), rows, columns, 1)) {
      return pixels.permute(0, 3, 1, 2);
    }
  }

  /** Cross-correlation with stride 1, as deep learning means convolution. */
  static Tensor convolution(Tensor images, Tensor weight, Tensor bias, int padding) {
    try (TensorOptional optional = new TensorOptional(bias)) {
      return torch.conv2d(images, weight, optional, ONES, padding == 0 ? ZEROS : ONES, ONES, 1);
    }
  }

  /**
   * maxpool₂ₓ₂(φ(x)). A monotone φ comes last, on a quarter of the numbers: the values are the
   * same, and so are the gradients.
   */
  static Tensor activateAndPool(Activation activation, Tensor images) {
    if (activation.monotone()) {
      try (Tensor pooled = pool(images)) {
        return activate(activation, pooled);
      }
    }
    try (Tensor activated = activate(activation, images)) {
      return pool(activated);
    }
  }

  private static Tensor pool(Tensor images) {
    return torch.max_pool2d(images, TWOS, TWOS, ZEROS, ONES, false);
  }
}
