package org.thalweg.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;

/**
 * An independent stream of random numbers for one purpose.
 *
 * <p>The generator is WELL19937c (Panneton, L'Ecuyer, Matsumoto 2006) in Hipparchus, seeded with
 * the SHA-256 digest of (seed, purpose, indices), so streams of different purposes share nothing
 * and a stream does not depend on what was drawn before elsewhere. Gaussian variates by the
 * Box–Muller transform of Hipparchus. Not thread-safe: one stream, one thread.
 */
public final class RandomStream {
  private final RandomGenerator generator;

  private RandomStream(RandomGenerator generator) {
    this.generator = generator;
  }

  /**
   * The stream of this seed for this purpose.
   *
   * @param purpose what the numbers are for, e.g. {@code "direction"}; part of a result's
   *     definition
   * @param indices which of several: the number of the direction, of the epoch, of the tensor
   */
  public static RandomStream of(long seed, String purpose, long... indices) {
    byte[] name = purpose.getBytes(StandardCharsets.UTF_8);
    ByteBuffer input = ByteBuffer.allocate(Long.BYTES * (1 + indices.length) + name.length);
    input.putLong(seed).put(name);
    for (long index : indices) {
      input.putLong(index);
    }
    ByteBuffer digest = ByteBuffer.wrap(sha256(input.array()));
    int[] state = new int[8];
    digest.asIntBuffer().get(state);
    return new RandomStream(new Well19937c(state));
  }

  /** A standard normal variate. */
  public double gaussian() {
    return generator.nextGaussian();
  }

  /** A variate uniform on [0, 1). */
  public double uniform() {
    return generator.nextDouble();
  }

  /** An integer uniform on 0 … bound − 1. */
  public int below(int bound) {
    return generator.nextInt(bound);
  }

  /** A uniformly random order of 0 … n − 1 (Fisher and Yates). */
  public int[] permutation(int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = generator.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /** {@code n} standard normal variates. */
  public double[] gaussians(int n) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = generator.nextGaussian();
    }
    return values;
  }

  /** {@code n} independent signs, 1 or −1. */
  public double[] signs(int n) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = generator.nextBoolean() ? 1 : -1;
    }
    return values;
  }

  private static byte[] sha256(byte[] input) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(input);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
