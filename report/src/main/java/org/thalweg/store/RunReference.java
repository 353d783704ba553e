package org.thalweg.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * Which weights of a run are meant: {@code RUN} (the last), {@code RUN@12} (the snapshot of step or
 * epoch 12), {@code RUN@step:12}, {@code RUN@epoch:1.5}.
 *
 * @param run the run folder
 * @param moment empty for the last weights
 */
public record RunReference(Path run, Optional<Moment> moment) {
  private static final Pattern PATTERN =
      Pattern.compile("(.+)@(?:(step|epoch):)?(\\d{1,15}(?:\\.\\d{1,15})?)");

  /** How a moment is counted. */
  public enum Unit {
    STEP,
    EPOCH,
    /** Whichever of the two there is a snapshot of. */
    EITHER
  }

  /** A moment of a training. */
  public record Moment(Unit unit, double number) {}

  /**
   * Reads a reference; what does not end like one is the name of a folder, so a folder whose name
   * ends in {@code @12} can be given with a slash behind it.
   */
  public static RunReference parse(String text) {
    Matcher matcher = PATTERN.matcher(text);
    if (!matcher.matches()) {
      return new RunReference(path(text), Optional.empty());
    }
    String unit = matcher.group(2);
    Moment moment =
        new Moment(
            unit == null ? Unit.EITHER : Unit.valueOf(unit.toUpperCase(Locale.ROOT)),
            Double.parseDouble(matcher.group(3)));
    return new RunReference(path(matcher.group(1)), Optional.of(moment));
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("the name of a run folder")
          .found("'" + text + "'")
          .because(e)
          .next("give a name that this system allows for folders");
    }
  }

  /**
   * The snapshot that is meant.
   *
   * @throws ThalwegException {@code UNKNOWN_NAME} if there is none, {@code INVALID_OPTION} if the
   *     number means one snapshot as a step and another as an epoch
   */
  static Snapshot select(Moment moment, List<Snapshot> snapshots) {
    List<Snapshot> found = snapshots.stream().filter(matches(moment)).toList();
    if (found.isEmpty()) {
      throw ThalwegException.of(ErrorCode.UNKNOWN_NAME)
          .expected(snapshots.isEmpty() ? "a run with snapshots" : "one of " + list(snapshots))
          .found("@" + text(moment))
          .next("choose one of the snapshots, or leave out @… for the last weights");
    }
    if (found.size() > 1) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("a number that means one snapshot")
          .found("@" + text(moment) + " for " + list(found))
          .next("write @step:" + text(moment) + " or @epoch:" + text(moment));
    }
    return found.get(0);
  }

  private static Predicate<Snapshot> matches(Moment moment) {
    Predicate<Snapshot> step = snapshot -> snapshot.step() == moment.number();
    Predicate<Snapshot> epoch = snapshot -> Math.abs(snapshot.epoch() - moment.number()) < 1e-9;
    return switch (moment.unit()) {
      case STEP -> step;
      case EPOCH -> epoch;
      case EITHER -> step.or(epoch);
    };
  }

  private static String list(List<Snapshot> snapshots) {
    int shown = Math.min(snapshots.size(), 8);
    String text =
        String.join(
            ", ",
            snapshots.subList(0, shown).stream()
                .map(s -> "step " + s.step() + " (epoch " + number(s.epoch()) + ")")
                .toList());
    return shown < snapshots.size() ? text + " and " + (snapshots.size() - shown) + " more" : text;
  }

  private static String text(Moment moment) {
    return number(moment.number());
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
