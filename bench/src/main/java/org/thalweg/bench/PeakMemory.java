package org.thalweg.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.thalweg.torch.engine.Libtorch;

/**
 * The most memory that a process of its own takes for part of a surface and some Hessian products.
 */
public final class PeakMemory {
  private PeakMemory() {}

  /** In the process that is measured; the arguments are the network and the number of workers. */
  public static void main(String[] arguments) throws IOException {
    Libtorch.load();
    Subject subject = Subject.images(arguments[0]);
    try (ThalwegWork work = new ThalwegWork(subject, Integer.parseInt(arguments[1]))) {
      work.surface(2, ThalwegWork.SIDE);
      work.hessianProduct();
      work.hessianProduct();
    }
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM")) {
        System.out.println(line.replaceAll("[^0-9]", ""));
      }
    }
  }

  /** Megabytes at the peak; NaN where the system does not tell. */
  static double megabytes(String network, int workers) throws IOException {
    Process process = JavaProcess.of(PeakMemory.class, network, String.valueOf(workers)).start();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = output.readLine();
      return line == null ? Double.NaN : Long.parseLong(line) / 1024.0;
    }
  }
}
