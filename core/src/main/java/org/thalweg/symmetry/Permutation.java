package org.thalweg.symmetry;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.random.RandomStream;

/** An order of units: the new unit i is the old unit {@link #at at(i)}. Immutable. */
public final class Permutation {
  private final int[] order;

  private Permutation(int[] order) {
    this.order = order;
  }

  /**
   * The order given by its values.
   *
   * @throws ThalwegException {@code INVALID_OPTION} unless each of 0 … n − 1 occurs once
   */
  public static Permutation of(int... order) {
    boolean[] seen = new boolean[order.length];
    for (int value : order) {
      if (value < 0 || value >= order.length || seen[value]) {
        throw ThalwegException.of(ErrorCode.INVALID_OPTION)
            .expected("each of 0 … " + (order.length - 1) + " once")
            .found(value + " out of range or twice")
            .next("give an order of the units");
      }
      seen[value] = true;
    }
    return new Permutation(order.clone());
  }

  /** Everything where it is. */
  public static Permutation identity(int size) {
    return new Permutation(IntStream.range(0, size).toArray());
  }

  /** A uniformly random order. */
  public static Permutation random(int size, RandomStream stream) {
    return new Permutation(stream.permutation(size));
  }

  public int size() {
    return order.length;
  }

  /** The old place of the new unit i. */
  public int at(int i) {
    return order[i];
  }

  /** The order that undoes this one. */
  public Permutation inverse() {
    int[] inverse = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      inverse[order[i]] = i;
    }
    return new Permutation(inverse);
  }

  /** First this order, then {@code next}: the new unit i is the old unit at(next.at(i)). */
  public Permutation then(Permutation next) {
    return new Permutation(IntStream.range(0, order.length).map(i -> order[next.at(i)]).toArray());
  }

  public boolean isIdentity() {
    return IntStream.range(0, order.length).allMatch(i -> order[i] == i);
  }

  public int[] toArray() {
    return order.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Permutation that && Arrays.equals(order, that.order);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(order);
  }

  @Override
  public String toString() {
    return Arrays.toString(order);
  }
}
