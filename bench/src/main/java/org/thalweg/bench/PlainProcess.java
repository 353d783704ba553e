package org.thalweg.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.thalweg.torch.engine.Libtorch;

/**
 * The plain loop in a process of its own, idle until it is asked: neither side uses threads or
 * memory that the other one left behind, and each has the settings of the allocator that suit it.
 * One arena suits the plain loop, whose whole set as one batch takes blocks that no other arena
 * holds; without it a loss of {@code cnn:16,16} takes twice as long.
 */
public final class PlainProcess implements AutoCloseable {
  private static final String ONE_ARENA = "MALLOC_ARENA_MAX";

  private final Process process;
  private final PrintWriter questions;
  private final BufferedReader answers;

  PlainProcess(Subject subject) {
    ProcessBuilder builder = JavaProcess.of(PlainProcess.class, subject.word());
    builder.environment().put(ONE_ARENA, "1");
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    questions =
        new PrintWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8), true);
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Answers lines of threads, work and amount with seconds, until there are no more. */
  public static void main(String[] arguments) throws IOException {
    Libtorch.load();
    Subject subject = Subject.of(arguments[0]);
    Map<Integer, PlainWork> sides = new TreeMap<>();
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      String[] words = line.split(" ", 3);
      PlainWork side =
          sides.computeIfAbsent(
              Integer.valueOf(words[0]), threads -> new PlainWork(subject, threads));
      System.out.println(Work.valueOf(words[1]).seconds(side, Integer.parseInt(words[2])));
    }
    System.exit(0); // libtorch's own threads would keep the process waiting
  }

  /** Seconds for one operation. */
  double seconds(int threads, Work work, int amount) {
    questions.println(threads + " " + work + " " + amount);
    try {
      String answer = answers.readLine();
      if (answer == null) {
        throw new IllegalStateException("the plain loop ended at " + work);
      }
      return Double.parseDouble(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    questions.close();
    process.destroy();
  }
}
