package org.thalweg.torch.network;

import java.util.Locale;

/** The kinds of built-in networks. */
public enum NetworkFamily {
  /** Fully connected layers. */
  MLP,
  /** Fully connected layers, each after the first with a skip connection. */
  RESMLP,
  /** Convolutions, each followed by pooling, and a linear head. */
  CNN,
  /** The same with a 1×1 convolution around each convolution after the first. */
  RESCNN;

  /** The name on the command line and in files. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
