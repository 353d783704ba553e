package org.thalweg.it.example;

import org.thalweg.direction.*;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.objective.FunctionObjective;
import org.thalweg.probe.curvature.HessianSpectrumProbe;
import org.thalweg.probe.slice.*;

/** Rosenbrock's valley in plain Java: its curvature at the minimum, and a walk across it. */
public final class OwnFunction {
  public static void main(String[] arguments) {
    var valley =
        FunctionObjective.withGradient(
            new double[] {1, 1}, OwnFunction::value, OwnFunction::gradient);

    var spectrum = new HessianSpectrumProbe(LanczosOptions.of(1, 1)).measure(valley);
    System.out.println(spectrum.top().get(0)); // λ₁ ≈ 1001.6, across the valley
    System.out.println(spectrum.bottom().get(0)); // λ₂ ≈ 0.39936, along it

    var line = RandomDirection.of(2, 0, 0);
    var slice = new SliceProbe(line, new Axis(-1, 1, 21)).run(valley, ExecutionOptions.defaults());
    slice.measurements().forEach(System.out::println);
  }

  private static double value(double[] t) {
    return Math.pow(1 - t[0], 2) + 100 * Math.pow(t[1] - t[0] * t[0], 2);
  }

  private static double[] gradient(double[] t) {
    double across = t[1] - t[0] * t[0];
    return new double[] {-2 * (1 - t[0]) - 400 * t[0] * across, 200 * across};
  }
}
