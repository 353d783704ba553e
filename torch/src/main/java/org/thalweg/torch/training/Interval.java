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
    NEVER
  }

  public Interval {
    Option.require(
        count > 0 || (unit == Unit.NEVER && count == 0), "interval", "at least 1", count);
  }

  public static Interval epochs(int count) {
    return new Interval(Unit.EPOCHS, count);
  }

  public static Interval steps(int count) {
    return new Interval(Unit.STEPS, count);
  }

  public static Interval never() {
    return new Interval(Unit.NEVER, 0);
  }

  /** Whether it happens after this step; step 0 is before the first. */
  boolean due(long step, long stepsPerEpoch) {
    return switch (unit) {
      case EPOCHS -> step % (count * stepsPerEpoch) == 0;
      case STEPS -> step % count == 0;
      case NEVER -> false;
    };
  }
}
