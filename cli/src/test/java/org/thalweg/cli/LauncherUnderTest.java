package org.thalweg.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A checkout with the real script, and tools that record what they are asked to do. */
final class LauncherUnderTest {
  private static final Path SCRIPT = Path.of("..", "thalweg");

  /** What the script needs; nothing else is on its path, above all no real Java or Maven. */
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "cat",
          "env",
          "find",
          "getconf",
          "grep",
          "head",
          "ln",
          "mkdir",
          "mv",
          "ps",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "stty",
          "tail",
          "touch",
          "tr",
          "uname");

  private static final String JAVA =
      """
      #!/usr/bin/env bash
      if [ "$1" = -version ]; then echo 'openjdk version "%s"' >&2; exit; fi
      case "$*" in
        *-Xshare:dump*)
          for each in "$@"; do
            case $each in -XX:SharedArchiveFile=*) echo >"${each#*=}" ;; esac
          done
          exit "${FAKE_DUMP_EXIT:-0}"
          ;;
      esac
      env | grep -E 'MALLOC|TUNABLES|OMP|LC_'
      printf '<%%s>\\n' "$@"
      """;

  private static final String MAVEN =
      """
      #!/usr/bin/env bash
      if [ "$1" = -v ]; then echo "Apache Maven ${FAKE_MAVEN_VERSION:-3.9.9} (x)"; exit; fi
      echo "$@"
      echo build >>.thalweg/builds
      echo '[INFO] Building Thalweg: core 0.1.0 [1/1]'
      sleep "${FAKE_MAVEN_SECONDS:-0.7}"
      if [ -n "${FAKE_MAVEN_EXIT:-}" ]; then
        echo '[ERROR] cannot resolve something'
        exit "$FAKE_MAVEN_EXIT"
      fi
      mkdir -p cli/target/lib
      touch cli/target/thalweg-cli.jar
      """;

  final Map<String, String> environment = new HashMap<>();
  private final Path home;

  LauncherUnderTest(Path home) {
    this.home = home;
  }

  /** What a process left behind. */
  record Finished(int code, String out, String err) {}

  void create() throws IOException {
    Files.createDirectories(file("core/src/main/java"));
    Files.createDirectories(file("cli/src/main/java"));
    Files.createFile(file("core/src/main/java/A.java"));
    Files.createFile(file("pom.xml"));
    Files.createDirectory(file("bin"));
    Files.copy(SCRIPT, file("thalweg"));
    makeExecutable(file("thalweg"));
    for (String tool : TOOLS) {
      for (Path folder : List.of(Path.of("/usr/bin"), Path.of("/bin"))) {
        if (Files.exists(folder.resolve(tool)) && !Files.exists(file("bin/" + tool))) {
          script("bin/" + tool, "#!/bin/sh\nexec " + folder.resolve(tool) + " \"$@\"\n");
        }
      }
    }
    script("bin/mvn", MAVEN);
    makeOld();
  }

  void java(String folder, String version) throws IOException {
    Files.createDirectories(file(folder + "/bin"));
    script(folder + "/bin/java", JAVA.formatted(version));
    script(folder + "/bin/javac", JAVA.formatted(version));
    Files.writeString(file(folder + "/release"), "JAVA_VERSION=\"" + version + "\"\n");
  }

  void addToPath(Path program) throws IOException {
    Files.createSymbolicLink(file("bin/" + program.getFileName()), program);
  }

  /** Makes every source older than any build. */
  void makeOld() throws IOException {
    FileTime past = FileTime.from(Instant.now().minusSeconds(3600));
    try (Stream<Path> sources = Files.walk(file("core/src"))) {
      for (Path source : sources.toList()) {
        Files.setLastModifiedTime(source, past);
      }
    }
    Files.setLastModifiedTime(file("cli/src/main/java"), past);
    Files.setLastModifiedTime(file("cli/src/main"), past);
    Files.setLastModifiedTime(file("pom.xml"), past);
  }

  Path file(String name) {
    return home.resolve(name);
  }

  String path(String name) {
    return file(name).toString();
  }

  int builds() throws IOException {
    return Files.readAllLines(file(".thalweg/builds")).size();
  }

  Finished run(String... arguments) throws Exception {
    return finish(builder(arguments).start());
  }

  Finished runScript(Path script, Path from) throws Exception {
    ProcessBuilder builder = builder();
    builder.command(script.toString());
    return finish(builder.directory(from.toFile()).start());
  }

  ProcessBuilder builder(String... arguments) {
    List<String> command = new ArrayList<>(List.of(path("thalweg")));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(file("core").toFile());
    builder.environment().clear();
    builder.environment().put("PATH", path("bin"));
    builder.environment().putAll(environment);
    return builder;
  }

  static Finished finish(ProcessBuilder builder) throws Exception {
    return finish(builder.start());
  }

  static Finished finish(Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Finished(process.waitFor(), out, err);
  }

  private void script(String name, String text) throws IOException {
    Files.writeString(file(name), text);
    makeExecutable(file(name));
  }

  private static void makeExecutable(Path file) {
    if (!file.toFile().setExecutable(true)) {
      throw new UncheckedIOException(new IOException(file + " cannot be made executable"));
    }
  }
}
