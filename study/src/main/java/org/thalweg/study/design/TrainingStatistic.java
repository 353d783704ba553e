package org.thalweg.study.design;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A number read from the history of a training; {@code docs/studies.md} defines each.
 *
 * @param kind which
 * @param argument the value to be reached, of those that have one; NaN otherwise
 */
public record TrainingStatistic(Kind kind, double argument) {
  /** The statistics. */
  public enum Kind {
    INITIAL_TRAIN_LOSS,
    FINAL_TRAIN_LOSS,
    FINAL_TEST_LOSS,
    FINAL_TRAIN_ACCURACY,
    FINAL_TEST_ACCURACY,
    FINAL_GRADIENT_NORM,
    LOWEST_TRAIN_LOSS,
    EPOCHS,
    EPOCHS_TO_ACCURACY(true),
    EPOCHS_TO_LOSS(true),
    EPOCHS_TO_LOSS_SHARE(true),
    CONVERGENCE_EPOCH,
    OSCILLATION,
    LOSS_SMOOTHNESS,
    SECONDS;

    private final boolean argument;

    Kind() {
      this(false);
    }

    Kind(boolean argument) {
      this.argument = argument;
    }

    /** Whether a value follows the name: {@code epochs-to-accuracy:0.97}. */
    public boolean hasArgument() {
      return argument;
    }

    /** As in a study file. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The words that stand for statistics. */
  public static List<String> names() {
    return Arrays.stream(Kind.values())
        .map(kind -> kind.argument ? kind.text() + ":X" : kind.text())
        .toList();
  }

  /**
   * Reads a word such as {@code final-train-loss} or {@code epochs-to-accuracy:0.97}.
   *
   * @throws org.thalweg.error.ThalwegException {@code STUDY_FILE}
   */
  public static TrainingStatistic parse(String text, Place place) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    for (Kind kind : Kind.values()) {
      if (kind.text().equals(name) && kind.argument == colon >= 0) {
        return new TrainingStatistic(
            kind, kind.argument ? argument(text.substring(colon + 1), text, place) : Double.NaN);
      }
    }
    throw YamlNode.error(
        place,
        "statistic: one of " + String.join(", ", names()),
        "'" + text + "'",
        YamlScalar.nextTo(names(), text, place));
  }

  private static double argument(String value, String text, Place place) {
    try {
      double number = Double.parseDouble(value);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // refused below
    }
    throw YamlNode.error(
        place,
        "a number after the colon, e.g. epochs-to-accuracy:0.97",
        "'" + text + "'",
        "correct " + place);
  }

  @Override
  public String toString() {
    return kind.argument ? kind.text() + ":" + argument : kind.text();
  }
}
