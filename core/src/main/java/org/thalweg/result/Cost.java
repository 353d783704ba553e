package org.thalweg.result;

/**
 * What a computation cost.
 *
 * @param forward evaluations of the mean loss over the whole data
 * @param gradient evaluations of its gradient over the whole data
 * @param hessianProducts Hessian-vector products over the whole data
 * @param seconds elapsed time
 */
public record Cost(long forward, long gradient, long hessianProducts, double seconds) {
  public static final Cost NONE = new Cost(0, 0, 0, 0);

  public Cost plus(Cost other) {
    return new Cost(
        forward + other.forward,
        gradient + other.gradient,
        hessianProducts + other.hessianProducts,
        seconds + other.seconds);
  }

  /** What was spent since {@code earlier}. */
  public Cost minus(Cost earlier) {
    return new Cost(
        forward - earlier.forward,
        gradient - earlier.gradient,
        hessianProducts - earlier.hessianProducts,
        seconds - earlier.seconds);
  }
}
