package org.thalweg.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.thalweg.app.Machine;
import org.thalweg.linalg.Precision;
import org.thalweg.provenance.Environment;
import org.thalweg.torch.engine.Libtorch;

/**
 * Measures Thalweg against the plainest libtorch loop for the same numbers and writes the result
 * with the environment in which it was measured.
 */
public final class BenchmarkReport {
  /** Of a small network, one after the other. */
  private static final int SURFACES = 40;

  /** Enough that drawing the directions counts little. */
  private static final int POINTS_OF_SCRIPT = 16;

  private BenchmarkReport() {}

  /**
   * {@code --quick} measures less of everything, {@code --rest} leaves the plain loop out, and
   * arguments name the networks to measure instead of all; the environment variable {@code
   * BENCH_RESULT} names the file to write.
   */
  public static void main(String[] arguments) throws IOException {
    List<String> words = List.of(arguments);
    boolean quick = words.contains("--quick");
    List<String> networks = words.stream().filter(word -> !word.startsWith("--")).toList();
    Libtorch.load();
    Report report = new Report();
    Machinery machine = Machinery.measure(2, quick ? 10 : 40);
    introduce(report, machine, quick);
    if (!words.contains("--rest")) {
      compare(report, machine, networks, quick);
    }
    if (networks.isEmpty()) {
      products(report, quick);
      eigenvalues(report, quick);
      memory(report, quick);
      growth(report, quick);
    }
    String file = System.getenv("BENCH_RESULT");
    if (file != null) {
      Files.writeString(Path.of(file), report.text());
    }
    System.exit(0); // libtorch's own threads would keep the process waiting
  }

  private static void introduce(Report report, Machinery machine, boolean quick) {
    Environment environment = Machine.describe(2, Precision.FLOAT32);
    report.line("# Benchmark, " + LocalDate.now(ZoneOffset.UTC) + (quick ? ", quick" : ""));
    report.line("");
    report.line(
        "%s, %d cores; %s; Java %s; libtorch %s; float32."
            .formatted(
                environment.processor(),
                environment.cores(),
                environment.operatingSystem(),
                environment.java(),
                environment.libtorch()));
    report.line("");
    report.line(
        String.format(
            Locale.ROOT,
            "Measured peaks of two cores together: %.0f GFLOP/s (products of 1024×1024 matrices), %.1f GB/s"
                + " (copies of 64 MB, read and write counted).",
            machine.operations() / 1e9,
            machine.bytes() / 1e9));
  }

  private static void compare(
      Report report, Machinery machine, List<String> networks, boolean quick) {
    report.table(
        "Against the plain loop",
        """
        Plain: stock libtorch modules, the whole set as one batch, weights copied for every point, the graph rebuilt for
        every product, at the better of one and two threads, in a process of its own. Sides take turns in every round.
        Times are medians and minima over rounds of one operation; ratios are medians over rounds with quartiles. Of a surface the plain side computes
        a few points in each round, scaled to 2,601; so does Thalweg where a share is given. Limit: how many times longer
        than operations and bytes need at the measured peaks (a step three, a product six forward passes); a surface of
        a perceptron can go below 1, because its first layer is shared by all points.""",
        "subject",
        "work",
        "thalweg",
        "least",
        "plain",
        "least",
        "threads",
        "plain / thalweg",
        "1 / 2 workers",
        "× limit",
        "rounds");
    Measurements measurements = new Measurements(report, machine, quick ? 3 : 12);
    List<String> chosen =
        networks.isEmpty()
            ? List.of("mlp:20", "mlp:256", "cnn:16,16", "rescnn:16,16", "cnn:64,64")
            : networks.stream().filter(name -> !name.equals("resnet18")).toList();
    for (String network : chosen) {
      Subject subject = Subject.of(network);
      boolean perceptron = network.startsWith("mlp");
      int rows = perceptron ? (quick ? 12 : ThalwegWork.SIDE) : network.contains("64") ? 2 : 4;
      int points = rows * ThalwegWork.SIDE;
      measurements.of(
          subject,
          subject.isRegression() ? SURFACES * ThalwegWork.SIDE * ThalwegWork.SIDE : points);
    }
    String script = System.getenv("BENCH_RESNET18");
    if (script == null) {
      report.line("");
      report.line(
          "Skipped: a TorchScript ResNet-18. bench/resnet18.py writes one; its path goes into"
              + " BENCH_RESNET18.");
    } else if (networks.isEmpty() || networks.contains("resnet18")) {
      measurements.of(Subject.of(script), POINTS_OF_SCRIPT);
    }
  }

  private static void products(Report report, boolean quick) {
    report.table(
        "Hessian products",
        """
        Two workers, one product of each kind in turn; ratios against autograd's double backward with the graph
        rebuilt every time. Kept: what depends on the point alone stays between products. Own derivatives: the
        network's layers are differentiated by hand, without a graph. Gauss–Newton likewise.""",
        "subject",
        "way",
        "median",
        "least",
        "rebuilt autograd / this",
        "rounds");
    for (String network :
        quick ? List.of("cnn:16,16") : List.of("mlp:256", "cnn:16,16", "rescnn:16,16")) {
      try (Products products = new Products(report, Subject.images(network))) {
        products.compare(quick ? 1 : 10);
      }
    }
  }

  private static void eigenvalues(Report report, boolean quick) {
    report.table(
        "Eigenpairs to a residual of 1e-3",
        """
        At weights after three epochs on the same samples. Pairs found in so many products, by Lanczos and by deflated
        power iteration with the same operator. Power iteration is told how well each pair has to be found for the
        last to reach the residual, and is given up after a while; the ratios of times and products are then lower bounds.
        What a product costs when the graph is rebuilt is in the tables above.""",
        "subject",
        "asked for",
        "Lanczos",
        "time",
        "power iteration",
        "time",
        "time ratio",
        "product ratio");
    Eigenvalues eigenvalues = new Eigenvalues(report, quick ? 10 : 120);
    eigenvalues.compare(Subject.images("mlp:256"), 10);
    if (!quick) {
      eigenvalues.compare(Subject.images("cnn:16,16"), 10);
    }
  }

  private static void memory(Report report, boolean quick) throws IOException {
    report.table(
        "Peak memory",
        "Resident memory of a process for part of a surface and two Hessian products.",
        "subject",
        "work",
        "1 worker",
        "2 workers",
        "ratio");
    List<String> networks =
        quick ? List.of("cnn:16,16") : List.of("mlp:256", "cnn:16,16", "cnn:64,64");
    for (String network : networks) {
      double one = PeakMemory.megabytes(network, 1);
      double two = PeakMemory.megabytes(network, 2);
      report.row(
          network,
          "surface and products",
          String.format(Locale.ROOT, "%.0f MB", one),
          String.format(Locale.ROOT, "%.0f MB", two),
          String.format(Locale.ROOT, "%.2f", two / one));
    }
  }

  private static void growth(Report report, boolean quick) {
    report.table(
        "Cost as work grows",
        "Thalweg alone with two workers; the least of a few repetitions, but for eigenpairs.",
        "what grows",
        "how much",
        "time");
    Growth growth = new Growth(report, quick ? 3 : 8);
    for (int samples : new int[] {500, 1000, 2000, 4000}) {
      growth.loss("cnn:16,16", samples);
    }
    for (int samples : new int[] {500, 2000}) {
      growth.product("cnn:16,16", samples);
    }
    for (int rows : quick ? new int[] {3, 13} : new int[] {3, 13, 51}) {
      growth.surface("mlp:256", rows);
    }
    for (int width : new int[] {64, 256, 1024}) {
      growth.product("mlp:" + width);
    }
    new Eigenvalues(report, 0)
        .growth(
            Subject.images("mlp:256", 1024), quick ? new int[] {1, 10} : new int[] {1, 5, 10, 20});
  }
}
