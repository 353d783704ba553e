package org.thalweg.cli;

import java.util.Arrays;
import java.util.Iterator;
import org.thalweg.app.request.Execution;
import org.thalweg.linalg.Precision;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How the work is carried out. */
final class ExecutionOptions {
  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Seed of everything random (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "0",
      description = "Threads; results do not depend on them (default: one per core).")
  private int workers;

  @Option(
      names = "--precision",
      paramLabel = "FORMAT",
      defaultValue = "float32",
      converter = PrecisionConverter.class,
      completionCandidates = PrecisionNames.class,
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Precision precision = Precision.FLOAT32;

  Execution execution() {
    return new Execution(seed, workers, precision);
  }

  int workers() {
    return workers;
  }

  /** The names in {@link Precision}. */
  static final class PrecisionNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Precision.values()).map(Precision::text).iterator();
    }
  }

  /** From a name to the precision. */
  static final class PrecisionConverter implements ITypeConverter<Precision> {
    @Override
    public Precision convert(String text) {
      return Arrays.stream(Precision.values())
          .filter(precision -> precision.text().equals(text))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "expected float32 or float64 but was '" + text + "'"));
    }
  }
}
