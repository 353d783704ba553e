package org.thalweg.torch.training;

/**
 * How often something happens during a training.
 *
 * @param count every so many units
 */
public record Interval(Unit unit, int count) {
  /** What is counted. */
  public enum Unit {
    EPOCHS,
    STEPS,
    /** At the start and at the end, and not in between. */
    ENDS,
    NEVER
  }

  public Interval {
    Option.require(
        count > 0 || (count == 0 && (unit == Unit.NEVER || unit == Unit.ENDS)),
        "interval",
        "at least 1",
        count);
  }

  public static Interval epochs(int count) {
    return new Interval(Unit.EPOCHS, count);
  }

  public static Interval steps(int count) {
    return new Interval(Unit.STEPS, count);
  }

  /** At the start and at the end alone. */
  public static Interval ends() {
    return new Interval(Unit.ENDS, 0);
  }

  public static Interval never() {
    return new Interval(Unit.NEVER, 0);
  }

  /** Whether it happens after this step; step 0 is before the first. */
  boolean due(long step, long stepsPerEpoch) {
    return switch (unit) {
      case EPOCHS -> step % (count * stepsPerEpoch) == 0;
      case STEPS -> step % count == 0;
      case ENDS, NEVER -> false;
    };
  }
}
