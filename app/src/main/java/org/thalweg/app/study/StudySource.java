package org.thalweg.app.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.study.design.BundledStudies;
import org.thalweg.study.design.Scale;
import org.thalweg.study.design.Study;
import org.thalweg.study.design.StudyFile;

/** Studies by what a user calls them: a bundled name, or a file. */
public final class StudySource {
  private StudySource() {}

  /**
   * Reads a study.
   *
   * @param text name of a bundled study, or a file
   * @throws ThalwegException {@code UNKNOWN_NAME} for what is neither; {@code STUDY_FILE} with the
   *     line of what is wrong
   */
  public static Study read(String text, Scale scale) {
    return BundledStudies.read(text, scale)
        .orElseGet(
            () -> {
              Path file = Path.of(text);
              if (Files.isRegularFile(file)) {
                return StudyFile.read(file, scale);
              }
              throw unknown(text);
            });
  }

  /** The file of a bundled study, byte for byte. */
  public static String text(String name) {
    return BundledStudies.text(name).orElseThrow(() -> unknown(name));
  }

  /**
   * The study with so many seeds: the first of its own, and then the numbers that follow the
   * largest.
   */
  public static Study withSeeds(Study study, int count) {
    if (count < 1) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("--seeds at least 1")
          .found("'" + count + "'")
          .next("correct --seeds and try again");
    }
    List<Long> seeds =
        new ArrayList<>(study.seeds().subList(0, Math.min(count, study.seeds().size())));
    long largest = study.seeds().stream().mapToLong(Long::longValue).max().orElse(0);
    while (seeds.size() < count) {
      seeds.add(++largest);
    }
    return study.withSeeds(seeds);
  }

  private static ThalwegException unknown(String text) {
    return ThalwegException.of(ErrorCode.UNKNOWN_NAME)
        .expected(
            "a study file, or one of the bundled studies "
                + String.join(", ", BundledStudies.names()))
        .found("'" + text + "'")
        .next("list the bundled studies with: thalweg study");
  }
}
