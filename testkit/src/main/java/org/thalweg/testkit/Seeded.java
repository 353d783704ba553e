package org.thalweg.testkit;

import java.lang.StackWalker.StackFrame;
import org.thalweg.random.RandomStream;

/**
 * Property tests: the same check for many seeds, always the same ones, so that a failure comes
 * back. Its message names the seed and the command that runs that case alone.
 */
public final class Seeded {
  private static final String ONLY = "thalweg.seed";
  private static final int LARGEST = 1_000_000_000;

  private Seeded() {}

  /** What must hold for every seed. */
  @FunctionalInterface
  public interface Property {
    void check(long seed) throws Exception;
  }

  /** Checks {@code n} seeds, or only the one in the system property {@code thalweg.seed}. */
  public static void cases(int n, Property property) {
    String caller = caller();
    Long only = Long.getLong(ONLY);
    if (only != null) {
      check(only, "the only case", caller, property);
      return;
    }
    RandomStream seeds = RandomStream.of(0, "seeds of property tests");
    for (int i = 1; i <= n; i++) {
      check(seeds.below(LARGEST), "case " + i + " of " + n, caller, property);
    }
  }

  private static void check(long seed, String position, String caller, Property property) {
    try {
      property.check(seed);
    } catch (Exception | AssertionError e) {
      throw new AssertionError(
          "fails for seed %d (%s)%n  reproduce: mvn test -Dtest=%s -D%s=%d%n  %s"
              .formatted(seed, position, caller, ONLY, seed, e.getMessage()),
          e);
    }
  }

  private static String caller() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(frame -> !frame.getClassName().equals(Seeded.class.getName()))
                    .findFirst()
                    .map(Seeded::name)
                    .orElse("*"));
  }

  private static String name(StackFrame frame) {
    String type = frame.getClassName();
    // Inside a lambda the compiler's name is lambda$method$0.
    String method = frame.getMethodName().replaceAll("^lambda\\$(.*)\\$\\d+$", "$1");
    return type.substring(type.lastIndexOf('.') + 1) + "#" + method;
  }
}
