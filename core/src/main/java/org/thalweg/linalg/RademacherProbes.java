package org.thalweg.linalg;

import org.thalweg.random.RandomStream;

/** Vectors of independent signs: E zzᵀ = I with the least variance of zᵀAz (Hutchinson 1989). */
final class RademacherProbes {
  private final VectorSpace space;
  private final long seed;
  private final String purpose;

  RademacherProbes(VectorSpace space, long seed, String purpose) {
    this.space = space;
    this.seed = seed;
    this.purpose = purpose;
  }

  /** The probe of this number, the same whenever it is asked for; the caller closes it. */
  Vector probe(int index) {
    return space.of(RandomStream.of(seed, purpose, index).signs(space.dimension()));
  }
}
