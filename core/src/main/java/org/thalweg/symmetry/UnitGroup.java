package org.thalweg.symmetry;

import java.util.List;

/**
 * Hidden units that are interchangeable: neurons of a layer or channels of a convolution, together
 * with those of further layers that an identity skip connection ties to them.
 *
 * @param name for messages and reports, e.g. {@code "hidden 1"}
 * @param units how many
 * @param axes every place in the parameters where they appear
 * @param rescalable whether their nonlinearity is positively homogeneous, φ(cx) = cφ(x) for c > 0,
 *     so that each may be scaled by a factor of its own
 */
public record UnitGroup(String name, int units, List<UnitAxis> axes, boolean rescalable) {
  public UnitGroup {
    axes = List.copyOf(axes);
  }
}
