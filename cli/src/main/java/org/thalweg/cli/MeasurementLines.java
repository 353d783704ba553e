package org.thalweg.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.thalweg.app.Analysis;
import org.thalweg.app.Measured;
import org.thalweg.result.Cost;
import org.thalweg.result.GradientResult;
import org.thalweg.result.Measurement;
import org.thalweg.result.Outcome;
import org.thalweg.result.ProbeResult;
import org.thalweg.result.SharpnessResult;
import org.thalweg.result.SpectrumResult;

/**
 * A result as lines for a reader: every number, how far it may be off, how it ended, what it cost.
 */
final class MeasurementLines {
  private MeasurementLines() {}

  static List<String> of(Measured measured) {
    ProbeResult result = measured.result();
    List<String> lines = new ArrayList<>();
    lines.add("%s  %s, %s".formatted(result.probe(), result.outcome().text(), cost(result.cost())));
    if (result.outcome() == Outcome.CANCELLED && !(result instanceof SharpnessResult)) {
      return lines; // the lowest of half the points says nothing
    }
    int width = result.measurements().stream().mapToInt(one -> one.name().length()).max().orElse(0);
    for (Measurement one : result.measurements()) {
      lines.add(
          ("  %-" + Math.max(1, width) + "s  %s")
              .formatted(one.name(), value(one, result.outcome())));
    }
    return lines;
  }

  /** Every result of an analysis. */
  static List<String> of(Analysis analysis) {
    return Stream.concat(
            analysis.measured().stream().flatMap(one -> of(one).stream()),
            analysis.leftOut().stream()
                .map(
                    part ->
                        "left out: %s, about %.0f s; give it time with --budget"
                            .formatted(part.name(), part.seconds())))
        .toList();
  }

  /** Where the result is, or how to go on with one that was interrupted. */
  static List<String> place(Measured measured) {
    if (measured.result().outcome() == Outcome.CANCELLED) {
      if (measured.result() instanceof SpectrumResult) {
        return List.of("interrupted: the same command starts this search anew");
      }
      return measured.result() instanceof SharpnessResult
              || measured.result() instanceof GradientResult
          ? List.of("interrupted: the same command measures anew")
          : NextSteps.AFTER_INTERRUPTION;
    }
    Path run = measured.run();
    return List.of(
        "stored  " + run.resolve("results").resolve(measured.stored().id() + ".json"),
        "report  " + run.resolve("report.html"));
  }

  private static String value(Measurement one, Outcome whole) {
    if (Double.isNaN(one.value()) && one.outcome() == Outcome.CONVERGED) {
      return Numbers.UNDEFINED;
    }
    boolean count = Double.isNaN(one.uncertainty()) && one.value() == Math.rint(one.value());
    StringBuilder text =
        new StringBuilder(count ? Numbers.whole(one.value()) : Numbers.text(one.value()));
    if (!Double.isNaN(one.uncertainty())) {
      text.append(" ± ").append(Numbers.text(one.uncertainty()));
      if (!one.uncertaintyKind().isEmpty()) {
        text.append("  (").append(one.uncertaintyKind()).append(")");
      }
    }
    if (one.outcome() != whole) {
      text.append("  ").append(one.outcome().text());
    }
    return text.toString();
  }

  private static String cost(Cost cost) {
    List<String> parts = new ArrayList<>();
    add(parts, cost.forward(), "forward pass");
    add(parts, cost.gradient(), "gradient");
    add(parts, cost.hessianProducts(), "Hessian product");
    parts.add(String.format(Locale.ROOT, "%.1f s", cost.seconds()));
    return String.join(", ", parts);
  }

  private static void add(List<String> parts, long count, String name) {
    if (count > 0) {
      String plural = count == 1 ? "" : name.endsWith("ss") ? "es" : "s";
      parts.add(String.format(Locale.ROOT, "%,d %s%s", count, name, plural));
    }
  }
}
