package org.thalweg.torch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real processes and a cache folder of their own. */
class LibtorchLoadingTest {
  private static final String CACHE = "-Dorg.bytedeco.javacpp.cachedir=";

  @TempDir Path cache;

  @Test
  void severalProcessesStartOnAFreshMachineAndDamageIsRepaired() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(start(CACHE + cache));
    }
    for (Process process : processes) {
      assertThat(exitCode(process)).as("three at once").isEqualTo(LoadingProcess.WORKS);
    }
    Path library = find("libtorch_cpu");
    long size = Files.size(library);

    try (FileChannel channel = FileChannel.open(library, StandardOpenOption.WRITE)) {
      channel.truncate(size / 2);
    }
    assertThat(exitCode(start(CACHE + cache))).as("truncated").isEqualTo(LoadingProcess.WORKS);
    assertThat(find("libtorch_cpu")).hasSize(size);

    // An extraction that was killed: no list of files, and a file that only looks right.
    Path small = find("libc10");
    byte[] content = Files.readAllBytes(small);
    FileTime time = Files.getLastModifiedTime(small);
    Files.delete(find("thalweg"));
    Files.write(small, new byte[content.length]);
    Files.setLastModifiedTime(small, time);
    assertThat(exitCode(start(CACHE + cache))).as("cut short").isEqualTo(LoadingProcess.WORKS);
    assertThat(find("libc10")).hasBinaryContent(content);
  }

  @Test
  void aPlatformWithoutLibrariesIsAnErrorWithACode() throws Exception {
    Process process =
        start(CACHE + cache, "-Dorg.bytedeco.javacpp.platform=linux-of-another-planet");
    assertThat(exitCode(process)).isEqualTo(LoadingProcess.REFUSED);
  }

  @Test
  void theVersionIsThatOfTheLibrary() {
    assertThat(Libtorch.version()).startsWith("2.");
  }

  private Path find(String name) throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).startsWith(name))
          .filter(file -> !file.toString().endsWith(".lock"))
          .filter(Files::isRegularFile)
          .findFirst()
          .orElseThrow();
    }
  }

  private static Process start(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx200m");
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(LoadingProcess.class.getName());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static int exitCode(Process process) throws InterruptedException {
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("a process hangs");
    }
    return process.exitValue();
  }
}
