package org.thalweg.torch.network;

import java.util.List;

/**
 * The description of a built-in network, e.g. {@code cnn:16,16} with ReLU. Knows nothing of
 * libtorch.
 *
 * @param family {@code mlp}, {@code resmlp}, {@code cnn} or {@code rescnn}
 * @param widths hidden neurons or channels, layer by layer
 */
public record NetworkSpecification(String family, List<Integer> widths, String activation) {
  public NetworkSpecification {
    widths = List.copyOf(widths);
  }
}
