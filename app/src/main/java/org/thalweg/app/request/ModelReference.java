package org.thalweg.app.request;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A trained network: a run folder's last checkpoint, or one of its snapshots.
 *
 * @param run the run folder
 * @param snapshot number of the epoch or step; empty: the last checkpoint
 */
public record ModelReference(Path run, OptionalInt snapshot) {
  private static final Pattern WITH_SNAPSHOT = Pattern.compile("(.+)@([0-9]{1,9})");

  /** Reads {@code RUN} or {@code RUN@12}. */
  public static ModelReference parse(String text) {
    Checks.require(!text.isBlank(), "MODEL", "a run folder, e.g. runs/first or runs/first@3", text);
    Matcher matcher = WITH_SNAPSHOT.matcher(text);
    return matcher.matches()
        ? new ModelReference(
            Path.of(matcher.group(1)), OptionalInt.of(Integer.parseInt(matcher.group(2))))
        : new ModelReference(Path.of(text), OptionalInt.empty());
  }

  /** As it was written: {@code RUN} or {@code RUN@12}. */
  @Override
  public String toString() {
    return snapshot.isPresent() ? run + "@" + snapshot.getAsInt() : run.toString();
  }
}
