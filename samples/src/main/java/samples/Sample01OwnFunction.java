package samples;

import org.thalweg.direction.Plane;
import org.thalweg.direction.RandomDirection;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.objective.FunctionObjective;
import org.thalweg.probe.curvature.HessianSpectrumProbe;
import org.thalweg.probe.slice.Axis;
import org.thalweg.probe.slice.SliceProbe;
import org.thalweg.probe.slice.SurfaceProbe;

/**
 * 01: anything that is a Java function of an array can be looked at; no network, no libtorch.
 *
 * <p>The value alone is enough for slices and surfaces. Eigenvalues need a gradient too: products
 * with the Hessian are then differences of two gradients, good to about ten digits for smooth
 * functions and wrong across a kink. Whoever has the Hessian-vector product gives it as well
 * ({@code FunctionObjective.withHessian}).
 */
public final class Sample01OwnFunction {
  /**
   * L(θ) = θ₁² + 10 θ₂² + ½ sin²(θ₁θ₂), with its minimum at 0 and the Hessian diag(2, 20) there.
   */
  static double value(double[] t) {
    double sine = Math.sin(t[0] * t[1]);
    return t[0] * t[0] + 10 * t[1] * t[1] + sine * sine / 2;
  }

  static double[] gradient(double[] t) {
    double common = Math.sin(t[0] * t[1]) * Math.cos(t[0] * t[1]);
    return new double[] {2 * t[0] + common * t[1], 20 * t[1] + common * t[0]};
  }

  public static void main(String[] arguments) {
    double[] minimum = {0, 0};
    var first = RandomDirection.of(2, 7, 0);
    var second = RandomDirection.of(2, 7, 1);
    var axis = new Axis(-1, 1, 21);

    // Value only: how it looks.
    var valueOnly = FunctionObjective.of(minimum, Sample01OwnFunction::value);
    var slice = new SliceProbe(first, axis).run(valueOnly, ExecutionOptions.defaults());
    slice.measurements().forEach(System.out::println);
    var surface =
        new SurfaceProbe(new Plane(first, second), axis, axis)
            .run(valueOnly, ExecutionOptions.defaults());
    surface.measurements().forEach(System.out::println);

    // With a gradient: how it is curved.
    var smooth =
        FunctionObjective.withGradient(
            minimum, Sample01OwnFunction::value, Sample01OwnFunction::gradient);
    var spectrum = new HessianSpectrumProbe(LanczosOptions.of(1, 1)).measure(smooth);
    System.out.println("Hessian by differences of gradients, which cost " + spectrum.cost());
    System.out.println("largest " + spectrum.top().get(0));
    System.out.println("smallest " + spectrum.bottom().get(0));
  }
}
