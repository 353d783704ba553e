package org.thalweg.app.study;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * What a study did when, a line each in {@code log.csv}: time, trial or pair, event, part. A killed
 * process may leave its last line unfinished. Safe for several threads.
 */
final class StudyLog implements AutoCloseable {
  private final Path file;
  private final Writer out;

  private StudyLog(Path file, Writer out) {
    this.file = file;
    this.out = out;
  }

  static StudyLog append(Path file) {
    try {
      boolean begun = Files.exists(file) && Files.size(file) > 0;
      boolean torn = begun && !Files.readString(file).endsWith("\n");
      Writer out =
          Files.newBufferedWriter(
              file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      StudyLog log = new StudyLog(file, out);
      if (!begun) {
        log.line("time,id,event,part");
      } else if (torn) {
        log.line("");
      }
      return log;
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  /**
   * Writes down an event.
   *
   * @param id of the trial or pair
   * @param event {@code begin}, {@code resume}, {@code end}, {@code failed}, …
   * @param part {@code training} or the name of a probe
   */
  void event(String id, String event, String part) {
    line(Instant.now().truncatedTo(ChronoUnit.MILLIS) + "," + id + "," + event + "," + part);
  }

  private synchronized void line(String line) {
    try {
      out.write(line + "\n");
      out.flush();
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  private static ThalwegException failure(Path file, IOException e) {
    return ThalwegException.of(ErrorCode.FILE_NOT_WRITABLE)
        .expected("to write to " + file)
        .found(e.toString())
        .because(e)
        .next("check permissions and free space, then give the same command again");
  }

  @Override
  public synchronized void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw failure(file, e);
    }
  }
}
