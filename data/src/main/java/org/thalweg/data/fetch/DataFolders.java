package org.thalweg.data.fetch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the files of named sets lie: in a folder that the user gives by the environment variable
 * {@code THALWEG_DATA}, which is only read, or in the cache, which downloads go to.
 *
 * @param given looked at first
 * @param cache made when it is needed
 */
public record DataFolders(Optional<Path> given, Path cache) {
  public static final String VARIABLE = "THALWEG_DATA";

  /**
   * Folders for this user: the cache is {@code thalweg/data} below {@code XDG_CACHE_HOME}, below
   * {@code LOCALAPPDATA} or else below {@code .cache} of the home folder.
   */
  public static DataFolders ofUser() {
    return of(System.getenv(), Path.of(System.getProperty("user.home", ".")));
  }

  static DataFolders of(Map<String, String> environment, Path home) {
    Path cache =
        List.of("XDG_CACHE_HOME", "LOCALAPPDATA").stream()
            .map(name -> environment.getOrDefault(name, ""))
            .filter(text -> !text.isBlank())
            .findFirst()
            .map(Path::of)
            .orElse(home.resolve(".cache"));
    String given = environment.getOrDefault(VARIABLE, "");
    return new DataFolders(
        given.isBlank() ? Optional.empty() : Optional.of(Path.of(given)),
        cache.resolve("thalweg").resolve("data"));
  }

  /** Where a set may lie, in the order in which one looks. */
  public List<Path> candidates(String set) {
    List<Path> candidates = new ArrayList<>();
    given.ifPresent(folder -> candidates.add(folder.resolve(set)));
    candidates.add(cache.resolve(set));
    return candidates;
  }

  /** The first of the candidates that has this file, as it is or with {@code .gz}. */
  public Optional<Path> find(String set, String file) {
    return candidates(set).stream()
        .flatMap(folder -> List.of(folder.resolve(file), folder.resolve(file + ".gz")).stream())
        .filter(Files::isRegularFile)
        .findFirst();
  }
}
