package org.thalweg.linalg;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * The rows and columns of an operator at some coordinates: EᵀAE with E the columns of the identity
 * there. Its vectors have only these coordinates, so that the others do not show as eigenvalues
 * zero; they live in Java arrays. Borrows the operator.
 *
 * <p>A product costs one product of the whole operator. Eigenvalues of a block lie between the
 * smallest and the largest of the whole matrix (Cauchy).
 */
public final class DiagonalBlock implements LinearOperator {
  private final LinearOperator whole;
  private final List<CoordinateRange> ranges;
  private final ArraySpace space;

  private DiagonalBlock(LinearOperator whole, List<CoordinateRange> ranges, ArraySpace space) {
    this.whole = whole;
    this.ranges = ranges;
    this.space = space;
  }

  /**
   * The block at these coordinates.
   *
   * @param ranges in ascending order, without overlaps
   */
  public static DiagonalBlock of(LinearOperator whole, List<CoordinateRange> ranges) {
    int end = 0;
    int dimension = 0;
    for (CoordinateRange range : ranges) {
      if (range.offset() < end || range.length() < 1 || range.end() > whole.space().dimension()) {
        throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
            .expected(
                "ascending ranges without overlaps within " + whole.space().dimension() + " rows")
            .found(ranges.toString())
            .next("give the ranges of the tensors in parameter order");
      }
      end = range.end();
      dimension += range.length();
    }
    return new DiagonalBlock(
        whole, List.copyOf(ranges), new ArraySpace(dimension, whole.space().precision()));
  }

  @Override
  public VectorSpace space() {
    return space;
  }

  @Override
  public void apply(Vector x, Vector y) {
    applyAll(List.of(x), List.of(y), () -> false);
  }

  @Override
  public boolean applyAll(
      List<? extends Vector> xs, List<? extends Vector> ys, BooleanSupplier stop) {
    try (VectorBlock embedded = VectorBlock.of(xs.size(), i -> embed(xs.get(i)));
        VectorBlock images = VectorBlock.zeros(whole.space(), xs.size())) {
      if (!whole.applyAll(embedded.vectors(), images.vectors(), stop)) {
        return false;
      }
      for (int i = 0; i < xs.size(); i++) {
        ys.get(i).set(selected(images.vectors().get(i)));
      }
      return true;
    }
  }

  @Override
  public int together() {
    return whole.together();
  }

  private double[] selected(Vector image) {
    double[] all = image.toArray();
    double[] selected = new double[space.dimension()];
    int next = 0;
    for (CoordinateRange range : ranges) {
      System.arraycopy(all, range.offset(), selected, next, range.length());
      next += range.length();
    }
    return selected;
  }

  /** The vector of the whole space with these coordinates, zero elsewhere; the caller closes it. */
  public Vector embed(Vector x) {
    Dimensions.requireEqual("vector", space.dimension(), x.dimension());
    double[] selected = x.toArray();
    double[] all = new double[whole.space().dimension()];
    int next = 0;
    for (CoordinateRange range : ranges) {
      System.arraycopy(selected, next, all, range.offset(), range.length());
      next += range.length();
    }
    return whole.space().of(all);
  }
}
