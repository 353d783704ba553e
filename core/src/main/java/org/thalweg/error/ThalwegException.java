package org.thalweg.error;

import org.jspecify.annotations.Nullable;

/**
 * A failure that a user can understand: a stable code, what was expected, what was found, the next
 * step.
 *
 * <pre>{@code
 * throw ThalwegException.of(ErrorCode.UNKNOWN_DATA)
 *     .expected("one of mnist, digits, sine")
 *     .found("'mnits'")
 *     .next("list the data sets with: thalweg data list");
 * }</pre>
 */
public final class ThalwegException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final String expected;
  private final String found;
  private final String next;

  private ThalwegException(
      ErrorCode code, String expected, String found, String next, @Nullable Throwable cause) {
    super(
        "%s %s%n  expected: %s%n  found:    %s%n  next:     %s"
            .formatted(code.id(), code.summary(), expected, found, next),
        cause);
    this.code = code;
    this.expected = expected;
    this.found = found;
    this.next = next;
  }

  /** Starts an error; the remaining parts follow in the order in which a reader wants them. */
  public static Expected of(ErrorCode code) {
    return expected -> found -> new Next(code, expected, found, null);
  }

  public ErrorCode code() {
    return code;
  }

  public String expected() {
    return expected;
  }

  public String found() {
    return found;
  }

  public String next() {
    return next;
  }

  /** The first part: what would have been right. */
  @FunctionalInterface
  public interface Expected {
    Found expected(String text);
  }

  /** The second part: what is there instead. */
  @FunctionalInterface
  public interface Found {
    Next found(String text);
  }

  /** The last part: what to do now. */
  public static final class Next {
    private final ErrorCode code;
    private final String expected;
    private final String found;
    private final @Nullable Throwable cause;

    private Next(ErrorCode code, String expected, String found, @Nullable Throwable cause) {
      this.code = code;
      this.expected = expected;
      this.found = found;
      this.cause = cause;
    }

    /** Keeps the exception that led here. */
    public Next because(Throwable reason) {
      return new Next(code, expected, found, reason);
    }

    public ThalwegException next(String text) {
      return new ThalwegException(code, expected, found, text, cause);
    }
  }
}
