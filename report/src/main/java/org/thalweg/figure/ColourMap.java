package org.thalweg.figure;

import java.awt.Color;

/**
 * Colours for a quantity between 0 and 1, perceptually even and safe for colour-blind readers.
 *
 * <p>Ten published anchor colours, linear in between: viridis (van der Walt and Smith, 2015),
 * cividis (Nuñez, Anderton and Renslow, 2018).
 */
enum ColourMap {
  VIRIDIS(
      0x440154, 0x482878, 0x3e4a89, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6dcd59, 0xb4de2c,
      0xfde725),
  CIVIDIS(
      0x00204d, 0x00336f, 0x39486b, 0x575c6d, 0x707173, 0x8a8779, 0xa69d75, 0xc4b56c, 0xe4cf5b,
      0xffea46);

  @SuppressWarnings("ImmutableEnumChecker") // an array only for brevity, never written
  private final int[] anchors;

  ColourMap(int... anchors) {
    this.anchors = anchors;
  }

  /** The colour at {@code fraction}, which is moved into [0, 1] first. */
  Color at(double fraction) {
    double place = Math.min(1, Math.max(0, fraction)) * (anchors.length - 1);
    int below = (int) Math.min(place, anchors.length - 2.0);
    double weight = place - below;
    return new Color(mix(below, weight, 16), mix(below, weight, 8), mix(below, weight, 0));
  }

  private int mix(int below, double weight, int shift) {
    int from = (anchors[below] >> shift) & 0xff;
    int to = (anchors[below + 1] >> shift) & 0xff;
    return (int) Math.round(from + weight * (to - from));
  }
}
