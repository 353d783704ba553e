package org.thalweg.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.thalweg.app.Machine;
import org.thalweg.linalg.Precision;
import org.thalweg.provenance.Environment;

/**
 * Runs the benchmarks and writes a table: Thalweg, the plain loop at its better number of threads,
 * and the ratio of the two, with the environment in which they were measured.
 */
public final class BenchmarkReport {
  private BenchmarkReport() {}

  /**
   * Takes JMH's own options, e.g. {@code -f 1 -i 3 surfacePoint}; the environment variable {@code
   * BENCH_RESULT} names the file to write.
   */
  public static void main(String[] arguments)
      throws RunnerException, CommandLineOptionException, IOException {
    CommandLineOptions options = new CommandLineOptions(arguments);
    OptionsBuilder builder = new OptionsBuilder();
    builder.parent(options);
    if (options.getIncludes().isEmpty()) {
      builder.include(LandscapeBenchmark.class.getSimpleName());
    }
    Collection<RunResult> results = new Runner(builder.build()).run();
    String text = String.join("\n", lines(results)) + "\n";
    System.out.println(text);
    String file = System.getenv("BENCH_RESULT");
    if (file != null) {
      Files.writeString(Path.of(file), text);
    }
  }

  private static List<String> lines(Collection<RunResult> results) {
    Environment machine = Machine.describe(2, Precision.FLOAT32);
    List<String> lines = new ArrayList<>();
    lines.add("# Landscape benchmark, " + LocalDate.now(ZoneOffset.UTC));
    lines.add("");
    lines.add(
        "%s, %d cores; %s; Java %s; libtorch %s; float32."
            .formatted(
                machine.processor(),
                machine.cores(),
                machine.operatingSystem(),
                machine.java(),
                machine.libtorch()));
    lines.add("Milliseconds per operation, mean ± 99.9 % half-width over iterations; 2,000 MNIST");
    lines.add(
        "images, training batches of 128. \"Plain\" is stock libtorch modules at the better of one");
    lines.add("and two threads; the ratio says how many times faster Thalweg is.");
    lines.add("");
    lines.add("| network | work | thalweg | plain | threads | ratio |");
    lines.add("|---|---|---:|---:|---:|---:|");
    Map<String, Map<String, Result<?>>> rows = new TreeMap<>();
    for (RunResult result : results) {
      String name = result.getParams().getBenchmark();
      String row =
          "%s | %s"
              .formatted(
                  LandscapeBenchmark.description(result.getParams().getParam("network")),
                  name.substring(name.lastIndexOf('.') + 1));
      rows.computeIfAbsent(row, key -> new TreeMap<>())
          .put(result.getParams().getParam("implementation"), result.getPrimaryResult());
    }
    rows.forEach((row, sides) -> lines.add(line(row, sides)));
    return lines;
  }

  private static String line(String row, Map<String, Result<?>> sides) {
    Result<?> ours = sides.get(LandscapeBenchmark.THALWEG);
    Map.Entry<String, Result<?>> plain = null;
    for (Map.Entry<String, Result<?>> side : sides.entrySet()) {
      boolean better = plain == null || side.getValue().getScore() < plain.getValue().getScore();
      if (!side.getKey().equals(LandscapeBenchmark.THALWEG) && better) {
        plain = side;
      }
    }
    if (ours == null || plain == null) {
      return "| " + row + " | | | | |";
    }
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %.2f |",
        row,
        time(ours),
        time(plain.getValue()),
        plain.getKey().contains("2") ? "2" : "1",
        plain.getValue().getScore() / ours.getScore());
  }

  private static String time(Result<?> result) {
    return String.format(Locale.ROOT, "%.2f ± %.2f", result.getScore(), result.getScoreError());
  }
}
