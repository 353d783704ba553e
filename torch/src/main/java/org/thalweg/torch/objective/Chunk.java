package org.thalweg.torch.objective;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * Consecutive samples that go through the network together.
 *
 * @param index its number among the chunks
 * @param start number of the first sample
 * @param inputs batch × shape for each argument of the network
 * @param targets as the loss reads them
 */
record Chunk(int index, int start, int size, List<Tensor> inputs, Tensor targets) {}
