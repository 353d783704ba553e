package org.thalweg.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The module table as ARCHITECTURE.md prints it, read from the document itself, so that the two
 * cannot drift apart.
 */
final class PackageTable {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private PackageTable() {}

  /** For each package, relative to the root, the packages it may use. */
  static Map<String, Set<String>> allowed() {
    Map<String, Set<String>> table = new LinkedHashMap<>();
    Set<String> core = new LinkedHashSet<>();
    String module = "";
    for (String line : rows()) {
      String[] cells = line.split("\\|", -1);
      Matcher name = CODE.matcher(cells[1]);
      module = name.find() ? name.group(1) : module;
      Set<String> above = new LinkedHashSet<>(table.keySet());
      for (String packageName : codes(cells[2])) {
        Set<String> uses = uses(cells[4].strip(), above, core);
        uses.addAll(
            codes(cells[2]).size() > 1 && module.equals("app") ? codes(cells[2]) : Set.of());
        table.put(packageName, uses);
        if (module.equals("core")) {
          core.add(packageName);
        }
      }
    }
    return table;
  }

  private static Set<String> uses(String text, Set<String> above, Set<String> core) {
    return switch (text) {
      case "–" -> new LinkedHashSet<>();
      case "core" -> new LinkedHashSet<>(core);
      case "all of the above", "everything above", "everything" -> new LinkedHashSet<>(above);
      default -> new LinkedHashSet<>(List.of(text.split(",\\s*")));
    };
  }

  private static Set<String> codes(String cell) {
    Set<String> found = new LinkedHashSet<>();
    Matcher matcher = CODE.matcher(cell);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static List<String> rows() {
    try (var lines = Files.lines(document())) {
      return lines
          .dropWhile(line -> !line.startsWith("| module | package"))
          .skip(2)
          .takeWhile(line -> line.startsWith("|"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path document() {
    Path here = Path.of("").toAbsolutePath();
    while (here != null && !Files.exists(here.resolve("ARCHITECTURE.md"))) {
      here = here.getParent();
    }
    if (here == null) {
      throw new IllegalStateException("ARCHITECTURE.md is not above the working directory");
    }
    return here.resolve("ARCHITECTURE.md");
  }
}
