package org.thalweg.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.thalweg.array.NumericArray;
import org.thalweg.provenance.Environment;
import org.thalweg.provenance.Provenance;
import org.thalweg.result.AuditResult;
import org.thalweg.result.AuditRow;
import org.thalweg.result.Barrier;
import org.thalweg.result.ConnectionResult;
import org.thalweg.result.Cost;
import org.thalweg.result.EffectiveDimension;
import org.thalweg.result.EigenspaceOverlap;
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
import org.thalweg.result.Quadrature;
import org.thalweg.result.SampleEstimate;
import org.thalweg.result.SharpnessError;
import org.thalweg.result.SharpnessRadius;
import org.thalweg.result.SharpnessResult;
import org.thalweg.result.SharpnessValue;
import org.thalweg.result.SliceResult;
import org.thalweg.result.SpectralDensity;
import org.thalweg.result.SpectrumResult;
import org.thalweg.result.SurfaceResult;
import org.thalweg.result.TraceEstimate;
import org.thalweg.result.TrainingRecord;
import org.thalweg.result.Values;

/** Results with every kind of number in them. */
final class Examples {
  static final double NAN = Double.NaN;
  static final double INFINITY = Double.POSITIVE_INFINITY;

  private Examples() {}

  static SliceResult slice() {
    return new SliceResult(
        "random, \"filter\", seed 1",
        Values.of(-1, 0, 0.1 + 0.2),
        Values.of(Double.MIN_VALUE, Double.MAX_VALUE, NAN),
        Values.of(1e-300, -0.0, INFINITY),
        Values.of(0.5, NAN, -INFINITY),
        Outcome.CANCELLED,
        new Cost(3, 0, 0, 0.25));
  }

  static SurfaceResult surface() {
    return new SurfaceResult(
        List.of("random, seed 1", "random, seed 2"),
        Values.of(-1, 1),
        Values.of(-2, 0, 2),
        new Grid(2, 3, Values.of(1, 2, 3, 4, 5, NAN)),
        new Grid(2, 3, Values.of(.1, .2, .3, .4, .5, NAN)),
        new Grid(2, 3, Values.of(.9, .8, .7, .6, INFINITY, NAN)),
        1.0 / 3,
        Outcome.CONVERGED,
        new Cost(6, 1, 2, 1e-9));
  }

  static SpectrumResult spectrum() {
    Map<String, Estimate> parts = new LinkedHashMap<>();
    parts.put("z.weight", new Estimate(3, 0.5, 2, 4, 30, Outcome.CONVERGED));
    parts.put("a.bias", new Estimate(NAN, NAN, NAN, NAN, 1, Outcome.CANCELLED));
    Estimate trace = new Estimate(-1.25, 0.125, -1.5, -1, 40, Outcome.BUDGET_EXHAUSTED);
    Estimate norm = new Estimate(7, 0, 7, 7, 40, Outcome.CONVERGED);
    SpectralDensity density =
        new SpectralDensity(
            Values.of(-1, 0, 1),
            Values.of(0.1, 0.8, 0.1),
            Values.of(0.01, 0.02, NAN),
            0.3,
            List.of(new Quadrature(Values.of(12.5, -0.5), Values.of(0.25, 0.75))),
            new Estimate(0.2, 0.1, 0, 0.4, 2, Outcome.CONVERGED),
            1e-6,
            List.of(new EffectiveDimension(1.25, norm)),
            Outcome.CONVERGED);
    return new SpectrumResult(
        "ggn",
        "fc.*",
        1000,
        "Lanczos",
        List.of(new Eigenvalue(12.5, 1e-7, true, 0.75), new Eigenvalue(3, NAN, false)),
        List.of(new Eigenvalue(-0.5, 2e-3, false)),
        Values.of(12.5, 3, -0.5),
        Optional.of(new TraceEstimate("Hutch++", trace, norm, parts, 60, 0.5)),
        Optional.of(density),
        List.of(new LayerCurvature("fc", 12, new Eigenvalue(2, 0.1, true), trace)),
        Outcome.BUDGET_EXHAUSTED,
        new Cost(0, 0, Long.MAX_VALUE, 7));
  }

  static GradientResult gradient() {
    Map<String, Double> norms = new LinkedHashMap<>();
    norms.put("z.weight", 3.0);
    norms.put("a.bias", NAN);
    return new GradientResult(0.3, 0.01, NAN, 0.25, INFINITY, norms, Outcome.NON_FINITE, Cost.NONE);
  }

  static SharpnessResult sharpness() {
    return new SharpnessResult(
        0.3,
        NAN,
        12.5,
        List.of(
            new SharpnessValue(
                "ball",
                1.0 / 3,
                new SharpnessError(NAN, "", 1e-300),
                new SharpnessRadius(0.05, "‖δ‖₂"),
                20,
                Map.of("sampled", -0.0),
                Outcome.BUDGET_EXHAUSTED,
                "",
                new Cost(21, 64, 0, 0.5)),
            SharpnessValue.of("gaussian", INFINITY)
                .withError(new SharpnessError(0.25, "standard error over draws", NAN)),
            SharpnessValue.notApplicable("sam", "needs a \"gradient\"")),
        Outcome.NON_FINITE,
        new Cost(40, 64, 0, 1));
  }

  static AuditResult audit() {
    return new AuditResult(
        List.of(
            new AuditRow("loss", Invariance.UNITS, "hidden 1 × 10", false, 0.25, 0.25, 1e-7, ""),
            new AuditRow(
                "λ₁",
                Invariance.LAYERS,
                "each unit × exp(1.0 z)",
                true,
                NAN,
                INFINITY,
                NAN,
                "no \"H\"")),
        Outcome.CANCELLED,
        new Cost(4, 2, 1, 0.5));
  }

  static GradientResult noisyGradient() {
    SampleEstimate none = new SampleEstimate(NAN, NAN);
    GradientNoise noise =
        new GradientNoise(
            50,
            new SampleEstimate(0.1, 0.02),
            new SampleEstimate(4, 0.5),
            new SampleEstimate(INFINITY, NAN),
            new SampleEstimate(0.35, 0.1),
            new SampleEstimate(-0.07, 0.004),
            Optional.of(new Histogram(Values.of(0.5, 1, 2), Values.of(3, 46), 1)),
            Optional.of(new GradientNoise.Step(0.05, 64, new SampleEstimate(0.003, 0.0004), none)),
            Outcome.CONVERGED);
    EigenspaceOverlap overlap =
        new EigenspaceOverlap(
            List.of(new Eigenvalue(3, 1e-3, true), new Eigenvalue(2, NAN, false)),
            new SampleEstimate(0.75, 0.125),
            2e-3,
            Outcome.BUDGET_EXHAUSTED);
    return gradient()
        .with(
            Optional.of(noise),
            Optional.of(overlap),
            Outcome.BUDGET_EXHAUSTED,
            new Cost(0, 2, 31, 1.5));
  }

  static ConnectionResult connection() {
    Barrier barrier = new Barrier(0.5, 0.25, 0.1, INFINITY, 0.01, NAN, 0.3);
    PathProfile train =
        new PathProfile(
            "train",
            Values.of(0.1, NAN, 0.2),
            Values.of(0.01, NAN, 0.02),
            Values.of(0.9, 0.8, NAN),
            barrier,
            Barrier.MISSING);
    PathProfile test =
        new PathProfile(
            "test", train.accuracy(), train.loss(), train.loss(), Barrier.MISSING, barrier);
    return new ConnectionResult(
        "bezier",
        1,
        "none",
        Values.of(0, 0.5, 1),
        Values.of(0, 2, 5),
        List.of(train, test),
        Optional.of(test),
        new PathSearch("20 steps", "loss", Values.of(10, 20), Values.of(3, NAN), Outcome.CANCELLED),
        new NetworkSimilarity(4, 0.5, 0.25, 0.1, List.of(new LayerSimilarity("outputs", 0.9, NAN))),
        Optional.of(
            new PathPlane(
                new SurfaceResult(
                    List.of("one", "two"),
                    Values.of(0, 1),
                    Values.of(0, 2),
                    new Grid(2, 2, Values.of(1, 2, 3, NAN)),
                    new Grid(2, 2, Values.of(1, 2, 3, NAN)),
                    new Grid(2, 2, Values.of(1, 2, 3, NAN)),
                    0,
                    Outcome.NON_FINITE,
                    Cost.NONE),
                List.of(Values.of(0, 0), Values.of(1, 2), Values.of(4, 0)),
                Values.of(0, 1, 4),
                Values.of(0, 1, 0),
                Values.of(0, 1e-9, 0))),
        Outcome.CANCELLED,
        new Cost(12, 20, 0, 3));
  }

  static Provenance provenance() {
    Map<String, Object> specification = new LinkedHashMap<>();
    specification.put("points", 31);
    specification.put("range", List.of(-1.0, 1.0));
    specification.put("big", 1L << 40);
    specification.put("data", "mnist");
    specification.put("deterministic", true);
    specification.put("nested", Map.of("inner", List.of("a", 2)));
    Map<String, Long> seeds = new LinkedHashMap<>();
    seeds.put("direction", Long.MIN_VALUE);
    seeds.put("batches", 7L);
    return new Provenance(
        "surface",
        specification,
        seeds,
        "sha256:00ff",
        "",
        "0.1.0",
        new Environment("17.0.1 (vendor)", "Linux 6 amd64", "CPU α", 2, "2.10.0", 1, "float64"),
        "2026-01-02T03:04:05Z");
  }

  static TrainingRecord record(long step) {
    return new TrainingRecord(
        step, step / 938.0, 1.0 / (step + 1), 0.1, NAN, INFINITY, 1e-30, 0.05, step * 0.3);
  }

  /** Weights from which one can tell when they were taken. */
  static Map<String, NumericArray> weights(double value) {
    Map<String, NumericArray> weights = new LinkedHashMap<>();
    weights.put("layer2.weight", NumericArray.of(new double[] {value, NAN, -0.0, 1e-310}, 2, 2));
    weights.put("layer1.bias", NumericArray.of(new float[] {(float) value}, 1));
    return weights;
  }

  static NumericArray array(Map<String, NumericArray> arrays, String name) {
    return Objects.requireNonNull(arrays.get(name), name);
  }
}
