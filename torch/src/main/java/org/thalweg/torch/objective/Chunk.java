package org.thalweg.torch.objective;

import org.bytedeco.pytorch.Tensor;

/**
 * Consecutive samples that go through the network together.
 *
 * @param index its number among the chunks
 * @param start number of the first sample
 * @param inputs batch × input shape; images are channels-last in memory
 * @param targets as the loss reads them
 */
record Chunk(int index, int start, int size, Tensor inputs, Tensor targets) {}
