package org.thalweg.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.thalweg.random.RandomStream;
import org.thalweg.result.AdaptiveSurfaceResult;
import org.thalweg.result.AuditResult;
import org.thalweg.result.AuditRow;
import org.thalweg.result.Barrier;
import org.thalweg.result.Basin;
import org.thalweg.result.ConnectionResult;
import org.thalweg.result.ConvexityMapResult;
import org.thalweg.result.Cost;
import org.thalweg.result.EffectiveDimension;
import org.thalweg.result.Eigenvalue;
import org.thalweg.result.Estimate;
import org.thalweg.result.GradientNoise;
import org.thalweg.result.GradientResult;
import org.thalweg.result.Grid;
import org.thalweg.result.Histogram;
import org.thalweg.result.Invariance;
import org.thalweg.result.LayerCurvature;
import org.thalweg.result.LayerSimilarity;
import org.thalweg.result.NetworkSimilarity;
import org.thalweg.result.Outcome;
import org.thalweg.result.PathPlane;
import org.thalweg.result.PathProfile;
import org.thalweg.result.PathSearch;
import org.thalweg.result.PlanePoint;
import org.thalweg.result.Quadrature;
import org.thalweg.result.SampleEstimate;
import org.thalweg.result.SharpnessError;
import org.thalweg.result.SharpnessResult;
import org.thalweg.result.SharpnessValue;
import org.thalweg.result.SliceBandResult;
import org.thalweg.result.SliceResult;
import org.thalweg.result.SpectralDensity;
import org.thalweg.result.SpectrumResult;
import org.thalweg.result.SurfaceResult;
import org.thalweg.result.TopologyResult;
import org.thalweg.result.TraceEstimate;
import org.thalweg.result.TrainingHistory;
import org.thalweg.result.TrainingRecord;
import org.thalweg.result.Values;

/** Results that look like those of a small network, from closed forms. */
public final class SampleResults {
  private SampleResults() {}

  /** A quadratic valley with ripples; spans two decades, its minimum a little off the centre. */
  public static double valley(double a, double b) {
    return 0.045
        + 1.9 * (a - 0.08) * (a - 0.08)
        + 5.2 * (b + 0.3 * a * a) * (b + 0.3 * a * a)
        + 0.06 * (1 - Math.cos(9 * a) * Math.cos(7 * b));
  }

  public static SurfaceResult surface(int points) {
    return surface(points, SampleResults::valley);
  }

  public static SurfaceResult surface(int points, DoubleBinaryOperator loss) {
    Values axis = Values.linspace(-1, 1, points);
    return new SurfaceResult(
        List.of("random, filter-normalised, seed 1", "random, filter-normalised, seed 2"),
        axis,
        axis,
        grid(axis, loss),
        grid(axis, (a, b) -> 0.03 * loss.applyAsDouble(a, b)),
        grid(axis, (a, b) -> Math.exp(-0.3 * loss.applyAsDouble(a, b))),
        0.013,
        Outcome.CONVERGED,
        new Cost((long) points * points, 0, 0, 12.5));
  }

  /** Two wells of different depth and a plateau. */
  static double wells(double a, double b) {
    return 1.2
        - Math.exp(-9 * (Math.pow(a + 0.45, 2) + Math.pow(b + 0.2, 2)))
        - 0.7 * Math.exp(-12 * (Math.pow(a - 0.5, 2) + Math.pow(b - 0.35, 2)))
        + 0.1 * a * b
        + 0.002 * Math.cos(40 * a) * Math.cos(35 * b);
  }

  /** With three networks marked. */
  public static SurfaceResult markedSurface(int points) {
    return surface(points, SampleResults::wells)
        .withMarks(
            List.of(
                new PlanePoint("A: runs/first", 0, 0),
                new PlanePoint("B: runs/second", 0.8, 0),
                new PlanePoint("C: runs/third", 0.35, 0.7)));
  }

  public static SliceBandResult band(int directions, int points) {
    RandomStream random = RandomStream.of(2, "sample");
    Values alpha = Values.linspace(-1, 1, points);
    double[] loss = new double[directions * points];
    for (int k = 0; k < directions; k++) {
      double curvature = 2 + random.gaussian();
      double tilt = 0.3 * random.gaussian();
      for (int i = 0; i < points; i++) {
        double a = alpha.get(i);
        loss[k * points + i] = 0.05 + Math.abs(curvature) * a * a * (1 + tilt * a);
      }
    }
    Grid grid = new Grid(directions, points, Values.of(loss));
    return new SliceBandResult(
        "random (seed 1, numbers 0 to " + (directions - 1) + "), normalised by filter",
        alpha,
        grid,
        grid,
        grid,
        Outcome.CONVERGED,
        new Cost((long) directions * points, 0, 0, 3));
  }

  public static TopologyResult topology() {
    SurfaceResult surface = surface(31, SampleResults::wells);
    return new TopologyResult(
        surface.directions(),
        surface.alpha(),
        surface.beta(),
        surface.loss(),
        8,
        List.of(
            new Basin(
                -0.45,
                -0.2,
                0.21,
                false,
                Double.NaN,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NaN,
                -1),
            new Basin(0.5, 0.35, 0.52, false, 0.1, 0.1, 1.15, 0.02, 0),
            new Basin(1, -1, 1.1, true, 0.6, -0.7, 1.16, 0.02, 0),
            new Basin(-0.9, 0.8, 1.13, false, -0.9, 0.7, 1.134, 0.02, 0)),
        Outcome.CONVERGED,
        Cost.NONE);
  }

  public static AdaptiveSurfaceResult adaptive(int points) {
    SurfaceResult full = surface(points, SampleResults::wells);
    double[] loss = full.loss().values().toArray();
    double[] computed = new double[loss.length];
    double[] interpolated = new double[loss.length];
    for (int k = 0; k < loss.length; k++) {
      boolean known = (k / points % 4 == 0 && k % points % 4 == 0) || loss[k] < 1;
      computed[k] = known ? 1 : 0;
      interpolated[k] = known ? Double.NaN : loss[k];
      loss[k] = known ? loss[k] : Double.NaN;
    }
    return new AdaptiveSurfaceResult(
        new SurfaceResult(
            full.directions(),
            full.alpha(),
            full.beta(),
            new Grid(points, points, Values.of(loss)),
            full.lossStandardError(),
            full.accuracy(),
            0.01,
            Outcome.CONVERGED,
            Cost.NONE),
        new Grid(points, points, Values.of(computed)),
        new Grid(points, points, Values.of(interpolated)),
        0.02,
        0.0173);
  }

  public static ConvexityMapResult convexity(int points) {
    Values axis = Values.linspace(-1, 1, points);
    return new ConvexityMapResult(
        List.of("random, filter-normalised, seed 1", "random, filter-normalised, seed 2"),
        axis,
        axis,
        grid(axis, (a, b) -> 10 + 5 * a),
        grid(axis, (a, b) -> -0.1 - 8 * a * a * b * b - 6 * Math.max(0, a)),
        grid(axis, (a, b) -> a < -0.7 && b > 0.7 ? 0.5 : 1e-3),
        1e-2,
        0.01,
        Outcome.BUDGET_EXHAUSTED,
        new Cost(0, 0, 9000, 90));
  }

  public static SliceResult slice(int points) {
    return slice(points, alpha -> valley(alpha, 0.4 * alpha));
  }

  public static SliceResult slice(int points, DoubleUnaryOperator loss) {
    Values alpha = points == 0 ? Values.of() : Values.linspace(-1, 1, points);
    return new SliceResult(
        "random, filter-normalised, seed 1",
        alpha,
        map(alpha, loss),
        map(alpha, a -> 0.08 * loss.applyAsDouble(a)),
        map(alpha, a -> Math.exp(-0.3 * loss.applyAsDouble(a))),
        Outcome.CONVERGED,
        new Cost(points, 0, 0, 1.5));
  }

  public static SpectrumResult spectrum() {
    return SpectrumResult.ofEnds(
        "hessian",
        1000,
        "Lanczos",
        List.of(
            new Eigenvalue(31.25, 0.004, true, 2.6),
            new Eigenvalue(18.9, 0.002, true, 1.4),
            new Eigenvalue(12.4, 0.9, false),
            new Eigenvalue(7.7, 0.001, true, 0.5),
            new Eigenvalue(5.1, 1.4, false)),
        List.of(new Eigenvalue(-2.3, 0.001, true, 1.1), new Eigenvalue(-0.9, 0.002, true)),
        Outcome.BUDGET_EXHAUSTED,
        new Cost(0, 0, 84, 21.0));
  }

  /** All parts: a bulk around zero, a few outliers, three layers. */
  public static SpectrumResult wholeSpectrum() {
    Values x = Values.linspace(-4, 33, 500);
    double[] density = new double[500];
    double[] error = new double[500];
    for (int i = 0; i < 500; i++) {
      double at = x.get(i);
      density[i] =
          1.4 * Math.exp(-at * at / 0.12) + 2e-3 * normal(at, 31.25) + 2e-3 * normal(at, 18.9);
      error[i] = 0.3 * density[i];
    }
    Estimate some = new Estimate(120, 3, 114, 126, 40, Outcome.CONVERGED);
    SpectralDensity curve =
        new SpectralDensity(
            x,
            Values.of(density),
            Values.of(error),
            0.34,
            List.of(
                new Quadrature(Values.of(31.25, 0), Values.of(0.1, 0.9)),
                new Quadrature(Values.of(31.25, 0), Values.of(0.2, 0.8))),
            new Estimate(0.2, 0.01, 0.17, 0.23, 2, Outcome.CONVERGED),
            3e-5,
            List.of(new EffectiveDimension(0.3, some)),
            Outcome.CONVERGED);
    SpectrumResult ends = spectrum();
    return new SpectrumResult(
        "hessian",
        "all",
        1000,
        "Lanczos",
        ends.top(),
        ends.bottom(),
        bulk(),
        Optional.of(new TraceEstimate("Hutch++", some, some, Map.of("fc.weight", some), 60)),
        Optional.of(curve),
        List.of(
            new LayerCurvature("conv1", 160, new Eigenvalue(22, 0.2, true), some),
            new LayerCurvature("conv2", 2320, new Eigenvalue(7.5, 0.01, true), some),
            new LayerCurvature(
                "fc",
                7850,
                new Eigenvalue(3.1, 0.01, true),
                new Estimate(20, 2, 16, 24, 40, Outcome.CONVERGED))),
        Outcome.CONVERGED,
        new Cost(0, 0, 800, 60));
  }

  /** A thousand eigenvalues: a few outliers and a bulk of both signs around zero. */
  private static Values bulk() {
    double[] values = new double[1000];
    for (int k = 0; k < 1000; k++) {
      double place = 1 - k / 600.0;
      values[k] = Math.pow(Math.abs(place), 5) * Math.signum(place) + 31.25 * Math.exp(-k / 2.0);
    }
    return Values.of(values);
  }

  private static double normal(double x, double mean) {
    return Math.exp(-(x - mean) * (x - mean) / (2 * 0.34 * 0.34));
  }

  public static GradientResult gradient() {
    Map<String, Double> norms = new LinkedHashMap<>();
    norms.put("conv1.weight", 0.031);
    norms.put("conv1.bias", 0.012);
    norms.put("conv2.weight", 0.058);
    norms.put("conv2.bias", 0.009);
    norms.put("linear.weight", 0.074);
    norms.put("linear.bias", 0.004);
    GradientNoise noise =
        new GradientNoise(
            1000,
            new SampleEstimate(0.105, 0.021),
            new SampleEstimate(2.9, 0.31),
            new SampleEstimate(263, 98),
            new SampleEstimate(1.95, 0.36),
            new SampleEstimate(0.0081, 0.0044),
            Optional.of(sampleNorms()),
            Optional.empty(),
            Outcome.CONVERGED);
    return new GradientResult(
            0.061, 0.0042, 0.981, 0.0043, 0.105, norms, Outcome.CONVERGED, new Cost(0, 1, 0, 0.4))
        .with(Optional.of(noise), Optional.empty(), Outcome.CONVERGED, new Cost(0, 3, 1, 2.4));
  }

  /** A thousand samples: most nearly fitted, some not. */
  private static Histogram sampleNorms() {
    double[] norms = new double[1000];
    for (int n = 0; n < norms.length; n++) {
      norms[n] = Math.exp(2.2 * Math.sin(0.61 * n) + Math.cos(1.7 * n) - 2);
    }
    return Histogram.logarithmic(norms, 40);
  }

  public static SharpnessResult sharpness() {
    return new SharpnessResult(
        0.061,
        0.0042,
        17.3,
        List.of(
            SharpnessValue.of("ball", 0.0391)
                .withError(SharpnessError.NONE.withData(0.0021))
                .withRadius(0.05, "‖δ‖₂")
                .withOutcome(Outcome.BUDGET_EXHAUSTED),
            SharpnessValue.of("ball-sampled", 6.2e-5)
                .withError(
                    new SharpnessError(3.1e-5, "spread of the maximum over draws", Double.NaN))
                .withRadius(0.05, "‖δ‖₂"),
            SharpnessValue.of("gaussian", 0.0085)
                .withError(SharpnessError.overDraws(0.0011))
                .withRadius(0.01, "σ of each δᵢ"),
            SharpnessValue.of("keskar", 214.7)
                .withError(SharpnessError.NONE.withData(9.3))
                .withRadius(1e-3, "max |yᵢ|/(|(A⁺θ)ᵢ| + 1)"),
            SharpnessValue.of("adaptive-average-l2", -0.0024)
                .withError(SharpnessError.overDraws(0.0009))
                .withRadius(0.1, "σ of each δᵢ/|θᵢ|"),
            SharpnessValue.notApplicable("sam", "needs a gradient"),
            SharpnessValue.of("asam", Double.NaN).withRadius(0.5, "‖δ/|θ|‖₂")),
        Outcome.BUDGET_EXHAUSTED,
        new Cost(141, 64, 0, 5.1));
  }

  /** A parabola around a ridge; over test samples a little higher. */
  public static ConnectionResult connection(boolean bent) {
    Values t = Values.linspace(0, 1, 25);
    Values arcLength = map(t, s -> (bent ? 14.5 : 12) * (bent ? s * (1.3 - 0.3 * s) : s));
    double height = bent ? 0.05 : 0.62;
    PathProfile line = profile("train", t, 0.62);
    PathPlane plane =
        new PathPlane(
            new SurfaceResult(
                List.of("from A to B", "from the line AB to bend 1"),
                Values.linspace(-2.4, 14.4, 21),
                Values.linspace(-1.4, 8.4, 21),
                ridge(),
                ridge(),
                ridge(),
                0,
                Outcome.CONVERGED,
                Cost.NONE),
            List.of(Values.of(0, 0), Values.of(5, 7), Values.of(12, 0)),
            map(t, s -> 10 * s * (1 - s) + 12 * s * s),
            map(t, s -> 14 * s * (1 - s)),
            map(t, s -> 0));
    return new ConnectionResult(
        bent ? "bezier" : "linear",
        bent ? 1 : 0,
        "none",
        t,
        arcLength,
        List.of(profile("train", t, height), profile("test", t, 1.3 * height)),
        bent ? Optional.of(line) : Optional.empty(),
        bent
            ? new PathSearch(
                "2000 steps of momentum 0.9 from learning rate 0.03, one t ~ U(0, 1) for each batch"
                    + " of 128 samples",
                "training loss on the curve",
                Values.linspace(10, 2000, 200),
                map(Values.linspace(0, 1, 200), s -> 0.05 + 0.4 * Math.exp(-6 * s)),
                Outcome.CONVERGED)
            : PathSearch.none("straight line"),
        new NetworkSimilarity(
            12, 0.12, 0.034, 0.006, List.of(new LayerSimilarity("outputs", 0.96, 0.95))),
        bent ? Optional.of(plane) : Optional.empty(),
        Outcome.CONVERGED,
        new Cost(75, 40, 0, 8.1));
  }

  private static PathProfile profile(String samples, Values t, double height) {
    Values loss = map(t, s -> 0.05 + 0.03 * s + 4 * height * s * (1 - s));
    return new PathProfile(
        samples,
        loss,
        map(loss, value -> 0.05 * value),
        map(loss, value -> Math.exp(-0.5 * value)),
        Barrier.of(t, loss).withStandardErrors(0.03 * height, 0.03 * height, 0.2),
        Barrier.of(t, map(loss, value -> 1 - Math.exp(-0.5 * value))));
  }

  private static Grid ridge() {
    double[] values = new double[21 * 21];
    for (int i = 0; i < 21; i++) {
      for (int j = 0; j < 21; j++) {
        double a = -2.4 + 0.84 * i - 6;
        double b = -1.4 + 0.49 * j;
        double valley = b - 3.5 * (1 - a * a / 36);
        values[i * 21 + j] = 0.05 + 0.05 * valley * valley + 0.002 * a * a;
      }
    }
    return new Grid(21, 21, Values.of(values));
  }

  public static TrainingHistory training() {
    RandomStream noise = RandomStream.of(1, "sample");
    List<TrainingRecord> records = new ArrayList<>();
    for (int step = 0; step <= 60; step++) {
      double epoch = step / 10.0;
      double train = 0.02 + 2.3 * Math.exp(-0.9 * epoch + 0.15 * noise.gaussian());
      double test = train + 0.03 + 0.004 * epoch;
      records.add(
          new TrainingRecord(
              step * 47L,
              epoch,
              train,
              Math.exp(-0.8 * train),
              test,
              Math.exp(-0.8 * test),
              1.4 * Math.pow(train, 0.7) * Math.exp(0.25 * noise.gaussian()),
              0.1,
              3.0 * epoch));
    }
    return new TrainingHistory(records, Outcome.CONVERGED, new Cost(61, 2820, 0, 18.2));
  }

  static Grid grid(Values axis, DoubleBinaryOperator function) {
    int n = axis.size();
    double[] values = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        values[i * n + j] = function.applyAsDouble(axis.get(i), axis.get(j));
      }
    }
    return new Grid(n, n, Values.of(values));
  }

  private static Values map(Values values, DoubleUnaryOperator function) {
    return Values.of(values.stream().map(function).toArray());
  }

  /** Measures that stay, move far up and down, break their promise, and are missing. */
  public static AuditResult audit() {
    List<AuditRow> rows = new ArrayList<>();
    add(rows, "loss", Invariance.UNITS, 0.31, 0.31, 0.31, 0.31);
    add(rows, "gradient norm", Invariance.NONE, 0.05, 0.09, 0.47, 0.11);
    add(rows, "largest eigenvalue", Invariance.NONE, 12, 31, 880, 60);
    add(rows, "curvature, filter-normalised slices", Invariance.LAYERS, 4, 4, 4, 19);
    add(rows, "normalized", Invariance.NONE, 0.2, 0.03, -0.001, 0.4);
    add(rows, "adaptive-worst-l2", Invariance.UNITS, 0.7, 0.7, 0.78, 0.7);
    add(rows, "trace of the Hessian", Invariance.NONE, Double.NaN, 1, 2, 3);
    return new AuditResult(rows, Outcome.CONVERGED, new Cost(12, 80, 900, 31));
  }

  private static void add(
      List<AuditRow> rows, String measure, Invariance invariance, double before, double... after) {
    List<String> names = List.of("hidden 1 × 2", "hidden 1 × 10", "each unit × exp(1.0 z)");
    for (int i = 0; i < names.size(); i++) {
      rows.add(
          new AuditRow(
              measure, invariance, names.get(i), i == 2, before, after[i], 1e-3 * before, ""));
    }
  }
}
