package org.thalweg.study.claim;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.study.design.YamlFile;
import org.thalweg.study.design.YamlMapping;
import org.thalweg.study.design.YamlNode;
import org.thalweg.study.design.YamlScalar;
import org.thalweg.study.design.YamlSequence;

/**
 * A file of claims, YAML with the one key {@code claims}; the format is that of {@code
 * claims.schema.json}. The claims of the five reports are bundled.
 */
public final class ClaimsFile {
  private static final List<String> KEYS =
      List.of("id", "text", "source", "reported", "study", "contradicts", "level", "rule");
  private static final String BUNDLED = "claims.yaml";
  private static final double LEVEL = 0.05;
  private static final double HIGHEST_LEVEL = 0.5;

  private final Map<String, Claim> claims = new LinkedHashMap<>();
  private final Collection<String> others;

  private ClaimsFile(Collection<String> others) {
    this.others = others;
  }

  /** The claims of the five reports. */
  public static List<Claim> bundled() {
    try (InputStream stream = ClaimsFile.class.getResourceAsStream(BUNDLED)) {
      if (stream == null) {
        throw new IllegalStateException(BUNDLED + " is not in this build");
      }
      return read(BUNDLED, new String(stream.readAllBytes(), StandardCharsets.UTF_8), List.of());
    } catch (IOException e) {
      throw new IllegalStateException(BUNDLED, e);
    }
  }

  /**
   * Reads a file of one's own.
   *
   * @param others ids of claims that are there already: they may be contradicted, not defined again
   * @throws ThalwegException FILE_NOT_FOUND, FILE_NOT_READABLE, or STUDY_FILE with the line
   */
  public static List<Claim> read(Path file, Collection<String> others) {
    try {
      return read(file.toString(), Files.readString(file), others);
    } catch (NoSuchFileException e) {
      throw ThalwegException.of(ErrorCode.FILE_NOT_FOUND)
          .expected("a file of claims")
          .found("nothing at " + file)
          .because(e)
          .next("give the path of a YAML file");
    } catch (IOException e) {
      throw ThalwegException.of(ErrorCode.FILE_NOT_READABLE)
          .expected("a file of claims in UTF-8")
          .found(file + ": " + e.getMessage())
          .because(e)
          .next("check the file and its permissions");
    }
  }

  /** Reads the text of a file. */
  public static List<Claim> read(String name, String text, Collection<String> others) {
    YamlMapping file = YamlFile.read(name, text).mapping().only(List.of("claims"));
    ClaimsFile reader = new ClaimsFile(List.copyOf(others));
    List<YamlNode> items = file.require("claims", "[]").sequence().items();
    items.forEach(item -> reader.add(item.mapping().only(KEYS)));
    items.forEach(item -> reader.checkContradictions(item.mapping()));
    return List.copyOf(reader.claims.values());
  }

  private void add(YamlMapping item) {
    YamlScalar id = item.require("id", "R1.1").scalar();
    Claim earlier = claims.get(id.text());
    if (earlier != null) {
      throw YamlNode.error(
          id.place(),
          "every id once",
          "'%s' again, first in line %d".formatted(id.text(), earlier.place().line()),
          "give one of the two another id");
    }
    if (others.contains(id.text())) {
      throw YamlNode.error(
          id.place(),
          "an id that no other file uses",
          "'" + id.text() + "', which is a claim already",
          "give it another id");
    }
    claims.put(
        id.text(),
        new Claim(
            id.text(),
            item.require("text", "wide networks end in flatter minima").scalar().text(),
            item.value("source").map(YamlScalar::text).orElse(""),
            item.value("reported").map(YamlScalar::text).orElse(""),
            names(item.require("study", "r1-architectures")),
            item.find("contradicts").map(ClaimsFile::names).orElse(List.of()),
            item.value("level").map(ClaimsFile::level).orElse(LEVEL),
            RuleReader.read(item.require("rule", "{trend: {…}}").mapping()),
            id.place()));
  }

  private void checkContradictions(YamlMapping item) {
    item.find("contradicts")
        .ifPresent(
            node -> {
              List<String> known = new ArrayList<>(claims.keySet());
              known.addAll(others);
              String own = item.require("id", "").scalar().text();
              known.remove(own);
              items(node).forEach(other -> other.scalar().oneOf(known));
            });
  }

  private static double level(YamlScalar value) {
    double level = value.positive();
    if (level >= HIGHEST_LEVEL) {
      throw value.wrong("a level of significance below 0.5, e.g. 0.05");
    }
    return level;
  }

  /** One name or a list of them. */
  static List<String> names(YamlNode node) {
    return items(node).stream().map(item -> item.scalar().text()).toList();
  }

  private static List<YamlNode> items(YamlNode node) {
    List<YamlNode> items = node instanceof YamlSequence list ? list.items() : List.of(node);
    if (items.isEmpty()) {
      throw node.wrong("at least one name");
    }
    return items;
  }
}
