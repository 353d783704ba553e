package org.thalweg.study.design;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * Reads study files; {@code docs/studies.md} describes the format.
 *
 * <p>A file is always read at both scales, so that a mistake in the one that is not wanted now is
 * found now. What can be known without data and networks is checked; data, networks and the bounds
 * of options are checked by whoever carries the study out.
 *
 * <p>Errors: {@code STUDY_FILE} with file, line, what was expected and what to do; {@code
 * FILE_NOT_FOUND}, {@code FILE_NOT_READABLE}.
 */
public final class StudyFile {
  private static final long MOST_BYTES = 4_000_000;

  private StudyFile() {}

  /** Reads a file. */
  public static Study read(Path file, Scale scale) {
    return read(file.toString(), text(file), scale);
  }

  /**
   * Reads a text.
   *
   * @param name of the file, for messages
   */
  public static Study read(String name, String text, Scale scale) {
    return Objects.requireNonNull(read(name, text).get(scale));
  }

  /** The study at every scale: a file that is wrong at one of them is wrong. */
  static Map<Scale, Study> read(String name, String text) {
    YamlMapping all = YamlFile.read(name, text).mapping();
    Map<Scale, Study> scales = new EnumMap<>(Scale.class);
    for (Scale scale : Scale.values()) {
      scales.put(scale, new StudyReader(at(all, scale), scale, text).read());
    }
    return scales;
  }

  /** The file as it is at a scale. */
  private static YamlMapping at(YamlMapping all, Scale scale) {
    if (all.find("scales").isEmpty()) {
      return all;
    }
    YamlMapping scales =
        all.require("scales", "{quick: {}}")
            .mapping()
            .only(List.of(Scale.QUICK.text(), Scale.PAPER.text()));
    if (scales.find(scale.text()).isEmpty()) {
      return all;
    }
    YamlMapping changes = scales.require(scale.text(), "{}").mapping();
    for (String fixed : List.of(StudyReader.VERSION, "name", "source", "scales")) {
      if (changes.find(fixed).isPresent()) {
        throw YamlNode.error(
            changes.place(fixed),
            "no '%s' in a scale: it is the same for all".formatted(fixed),
            "'" + fixed + "'",
            "remove it");
      }
    }
    return YamlOverlay.of(all, changes);
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw YamlNode.error(
            new Place(file.toString(), 0),
            "a study file of at most 4 MB",
            String.format(Locale.ROOT, "%,d bytes", Files.size(file)),
            "is this the right file?");
      }
      byte[] bytes = Files.readAllBytes(file);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (NoSuchFileException e) {
      throw ThalwegException.of(ErrorCode.FILE_NOT_FOUND)
          .expected("a study file, or the name of a bundled study")
          .found("no file " + file)
          .because(e)
          .next("list the bundled studies with: thalweg study");
    } catch (CharacterCodingException e) {
      throw ThalwegException.of(ErrorCode.STUDY_FILE)
          .expected("text in UTF-8")
          .found(file + ": bytes that are no UTF-8")
          .because(e)
          .next("save the file as UTF-8");
    } catch (IOException e) {
      throw ThalwegException.of(ErrorCode.FILE_NOT_READABLE)
          .expected("a study file that can be read")
          .found(file + ": " + e.getMessage())
          .because(e)
          .next("check the path and its permissions");
    }
  }
}
