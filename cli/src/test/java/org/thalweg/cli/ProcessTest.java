package org.thalweg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Signals and pipes, in a process of its own. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class ProcessTest {
  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void endAll() {
    processes.forEach(Process::destroyForcibly);
  }

  private static List<String> command(String... arguments) {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", classPath, WaitingMain.class.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  private Process start(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).start();
    processes.add(process);
    return process;
  }

  private static void signal(Process process, String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** Waits for a line with these words, so that no test depends on how fast the machine is. */
  private static void await(BufferedReader err, String words) throws IOException {
    String line = err.readLine();
    while (line != null && !line.contains(words)) {
      line = err.readLine();
    }
    assertThat(line).isNotNull();
  }

  @Test
  void controlCStopsCleanlyAndKeepsStandardOutputPure() throws Exception {
    Process process = start(command("slice", "r", "--json"));
    BufferedReader err = process.errorReader(StandardCharsets.UTF_8);
    await(err, "slice: 0 of 100");
    signal(process, "INT");
    await(err, "stopping");
    assertThat(process.waitFor()).isEqualTo(130);
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("{\"kept\": true}\n");
  }

  @Test
  void terminateStopsCleanly() throws Exception {
    Process process = start(command("slice", "r"));
    await(process.errorReader(StandardCharsets.UTF_8), "slice: 0 of 100");
    signal(process, "TERM");
    assertThat(process.waitFor()).isEqualTo(143);
    assertThat(
            new BufferedReader(
                    new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                .readLine())
        .isEqualTo("kept");
  }

  @Test
  void aSecondControlCStopsAtOnce() throws Exception {
    Process process = start(command("surface", "r"));
    BufferedReader err = process.errorReader(StandardCharsets.UTF_8);
    await(err, "surface: 0 of 100");
    signal(process, "INT");
    await(err, "stopping");
    assertThat(process.isAlive()).isTrue();
    signal(process, "INT");
    assertThat(process.waitFor()).isEqualTo(130);
  }

  @Test
  void aReaderThatGoesAwayIsNoError() throws Exception {
    String quoted = String.join("' '", command("report", "r"));
    Process process =
        start(List.of("bash", "-c", "'" + quoted + "' | head -c 3; echo \" ${PIPESTATUS[0]}\""));
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("xxx 0\n");
    assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("a library that prints\n");
  }

  @Test
  void helpLoadsNothingHeavy() throws Exception {
    List<String> command = command("slice", "--help");
    command.add(1, "-Xlog:class+load:stdout");
    String loaded =
        new String(start(command).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(loaded)
        .contains("org.thalweg.cli.SliceCommand")
        .doesNotContain("org.bytedeco.", "tools.jackson.", "ch.qos.logback.", "org.slf4j.");
  }
}
