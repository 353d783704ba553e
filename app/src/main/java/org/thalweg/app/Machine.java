package org.thalweg.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.thalweg.linalg.Precision;
import org.thalweg.provenance.Environment;
import org.thalweg.torch.engine.Libtorch;

/** What this process runs on. */
public final class Machine {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  private Machine() {}

  public static Environment describe(int workers, Precision precision) {
    return new Environment(
        System.getProperty("java.version") + " " + System.getProperty("java.vendor"),
        "%s %s %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")),
        processor().orElse(System.getProperty("os.arch")),
        Runtime.getRuntime().availableProcessors(),
        Libtorch.version(),
        workers,
        precision.text());
  }

  /** One worker per core unless told otherwise. */
  static int workers(int requested) {
    return requested > 0 ? requested : Runtime.getRuntime().availableProcessors();
  }

  private static Optional<String> processor() {
    if (!Files.isReadable(PROCESSORS)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty(); // the description is a courtesy, not worth failing for
    }
  }
}
