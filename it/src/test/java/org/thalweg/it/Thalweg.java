package org.thalweg.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The command line in a process of its own, as the launcher starts it but with little memory, in a
 * working directory of the test's choice. A process that does not end is a failure.
 */
final class Thalweg {
  private static final int MOST_SECONDS = 240;

  private final Path directory;
  private final List<String> javaOptions;
  private final String mainClass;
  private final List<String> before;

  private Thalweg(Path directory, List<String> javaOptions, String mainClass, List<String> before) {
    this.directory = directory;
    this.javaOptions = javaOptions;
    this.mainClass = mainClass;
    this.before = before;
  }

  static Thalweg in(Path directory) {
    return new Thalweg(directory, List.of(), "org.thalweg.cli.Main", List.of());
  }

  /** Another program with the same class path. */
  Thalweg instead(String otherMainClass) {
    return new Thalweg(directory, javaOptions, otherMainClass, before);
  }

  /** With another option for the JVM. */
  Thalweg with(String javaOption) {
    List<String> options = new ArrayList<>(javaOptions);
    options.add(javaOption);
    return new Thalweg(directory, options, mainClass, before);
  }

  /** With so many kilobytes of addresses, beyond which every allocation fails. */
  Thalweg limitedTo(int kilobytes) {
    List<String> shell =
        List.of("/bin/bash", "-c", "ulimit -v " + kilobytes + " && exec \"$@\"", "limited");
    return new Thalweg(directory, javaOptions, mainClass, shell);
  }

  /** Runs a command, its words separated by spaces, to its end. */
  Finished run(String command) {
    return run(List.of(command.split(" ")));
  }

  Finished run(List<String> arguments) {
    return start(arguments).await();
  }

  Running start(String command) {
    return start(List.of(command.split(" ")));
  }

  Running start(List<String> arguments) {
    List<String> words = new ArrayList<>(before);
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(
        List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    words.addAll(
        List.of("-Djava.awt.headless=true", "-Dstdout.encoding=UTF-8", "-Dfile.encoding=UTF-8"));
    words.addAll(javaOptions);
    words.add("-cp");
    words.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    words.add(mainClass);
    words.addAll(arguments);
    try {
      Path out = Files.createTempFile(directory.getParent(), "out", ".txt");
      Path err = Files.createTempFile(directory.getParent(), "err", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(words)
              .directory(directory.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().put("OMP_NUM_THREADS", "1");
      return new Running(builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A process under way. */
  record Running(Process process, Path out, Path err) {
    boolean alive() {
      return process.isAlive();
    }

    /** SIGKILL: the process can do nothing more. */
    void kill() {
      process.destroyForcibly();
      await();
    }

    /** Sends a signal by its name, e.g. {@code INT}. */
    void signal(String name) {
      try {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    Finished await() {
      try {
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new AssertionError("still running after " + MOST_SECONDS + " s: " + text(err));
        }
        return new Finished(process.exitValue(), text(out), text(err));
      } catch (InterruptedException e) {
        process.destroyForcibly();
        throw new IllegalStateException(e);
      }
    }

    private static String text(Path file) {
      try {
        return Files.readString(file, StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
