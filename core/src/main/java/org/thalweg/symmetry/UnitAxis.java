package org.thalweg.symmetry;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * A place where the hidden units of a group appear: one axis of one tensor.
 *
 * @param tensor its name in the parameter layout
 * @param axis 0 for the rows of a weight or the entries of a bias, 1 for the columns, …
 * @param block consecutive positions of each unit along the axis; more than 1 where the pixels of a
 *     channel were flattened into the inputs of a linear layer
 * @param flow whether the tensor makes the units or reads them
 */
public record UnitAxis(String tensor, int axis, int block, Flow flow) {
  /** Which way numbers go through a tensor, seen from a unit. */
  public enum Flow {
    /** The tensor makes the unit's value: a unit scaled by c has this scaled by c. */
    PRODUCES,
    /** The tensor reads the unit's value: a unit scaled by c has this divided by c. */
    CONSUMES
  }

  public UnitAxis {
    if (axis < 0 || block < 1) {
      throw ThalwegException.of(ErrorCode.INVALID_LAYOUT)
          .expected("an axis of at least 0 and a block of at least 1")
          .found("axis " + axis + ", block " + block + " of tensor '" + tensor + "'")
          .next("correct the description of the network's symmetries");
    }
  }

  /** Rows of a weight, entries of a bias: what makes the units. */
  public static UnitAxis producing(String tensor) {
    return new UnitAxis(tensor, 0, 1, Flow.PRODUCES);
  }

  /** Columns of a weight, input channels of a kernel: what reads the units. */
  public static UnitAxis consuming(String tensor) {
    return consuming(tensor, 1);
  }

  /** Columns of a weight that reads {@code block} numbers of each unit, one after the other. */
  public static UnitAxis consuming(String tensor, int block) {
    return new UnitAxis(tensor, 1, block, Flow.CONSUMES);
  }
}
