package org.thalweg.app.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.app.request.AlignmentChoice;
import org.thalweg.app.request.AuditRequest;
import org.thalweg.app.request.AxisRange;
import org.thalweg.app.request.BiasChoice;
import org.thalweg.app.request.ConnectRequest;
import org.thalweg.app.request.CurveChoice;
import org.thalweg.app.request.Destination;
import org.thalweg.app.request.DirectionChoice;
import org.thalweg.app.request.Execution;
import org.thalweg.app.request.GradientRequest;
import org.thalweg.app.request.HessianRequest;
import org.thalweg.app.request.LineScaling;
import org.thalweg.app.request.ModelReference;
import org.thalweg.app.request.NormalizationChoice;
import org.thalweg.app.request.PlaneChoice;
import org.thalweg.app.request.ProbeRequest;
import org.thalweg.app.request.ProbeScope;
import org.thalweg.app.request.Sampling;
import org.thalweg.app.request.SharpnessRequest;
import org.thalweg.app.request.SliceRequest;
import org.thalweg.app.request.Split;
import org.thalweg.app.request.SurfaceRequest;
import org.thalweg.app.request.TrajectoryRequest;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.study.design.Moment;
import org.thalweg.study.design.ProbeOptions;
import org.thalweg.study.design.ProbePlan;

/** Options of plans, named as on the command line, as requests. */
class ProbeReadersTest {
  private static final ModelReference MODEL = ModelReference.parse("runs/one");
  private static final ModelReference OTHER = ModelReference.parse("runs/two");

  private static ProbeRequest read(String probe, Object... options) {
    ProbePlan plan = Studies.probe("p", probe, Moment.FINAL, Studies.options(options));
    return probe.equals("connect")
        ? ProbeReaders.connect(plan, MODEL, OTHER, 3)
        : ProbeReaders.read(plan, MODEL, 3);
  }

  private static ProbeScope scope() {
    return new ProbeScope(
        MODEL, Sampling.DEFAULT, Execution.of(3, 1, "float32"), Destination.DEFAULT);
  }

  @Test
  void withoutOptionsEverythingIsAsTheCommandHasIt() {
    assertThat(read("gradient")).isEqualTo(GradientRequest.of(scope()));
    assertThat(read("hessian")).isEqualTo(HessianRequest.of(scope()));
    assertThat(read("slice")).isEqualTo(SliceRequest.of(scope()));
    assertThat(read("surface")).isEqualTo(SurfaceRequest.of(scope()));
    assertThat(read("sharpness")).isEqualTo(SharpnessRequest.of(scope()));
    assertThat(read("trajectory")).isEqualTo(TrajectoryRequest.of(scope()));
    assertThat(read("audit")).isEqualTo(AuditRequest.of(scope()));
    assertThat(read("connect")).isEqualTo(ConnectRequest.of(scope(), OTHER));
  }

  @Test
  void samplesAndSeed() {
    ProbeScope scope =
        read(
                "gradient",
                "split",
                "test",
                "samples",
                50,
                "batch",
                8,
                "seed",
                9,
                "precision",
                "float64")
            .scope();
    assertThat(scope)
        .isEqualTo(
            new ProbeScope(
                MODEL,
                new Sampling(Split.TEST, OptionalInt.of(50), 8),
                Execution.of(9, 1, "float64"),
                Destination.DEFAULT));
  }

  @Test
  void gradient() {
    assertThat(
            read(
                "gradient",
                "noise",
                true,
                "learning-rate",
                0.1,
                "batch-size",
                32,
                "top-eigenspace",
                4))
        .isEqualTo(
            new GradientRequest(scope(), true, Optional.of(new GradientRequest.Step(0.1, 32)), 4));
    assertThatThrownBy(() -> read("gradient", "noise", true, "batch-size", 32))
        .hasMessageContaining("both of learning-rate and batch-size");
  }

  @Test
  void hessian() {
    HessianRequest request =
        (HessianRequest)
            read(
                "hessian",
                "top",
                3,
                "bottom",
                0,
                "tolerance",
                "1e-4",
                "iterations",
                200,
                "matrix",
                "ggn",
                "block",
                "fc1",
                "method",
                "power",
                "trace",
                true,
                "trace-method",
                "xtrace",
                "density",
                true,
                "full-spectrum",
                false,
                "sampling-error",
                true,
                "probes",
                40,
                "relative-error",
                0.2);
    assertThat(request.top()).isEqualTo(3);
    assertThat(request.bottom()).isZero();
    assertThat(request.tolerance()).isEqualTo(1e-4);
    assertThat(request.iterations()).isEqualTo(200);
    assertThat(request.curvature().toString())
        .isEqualTo(
            "CurvatureChoice[matrix=ggn, block=fc1, method=power, trace=true, traceMethod=xtrace,"
                + " density=true, fullSpectrum=false, samplingError=true, probes=OptionalInt[40],"
                + " relativeError=OptionalDouble[0.2]]");
  }

  @Test
  void lines() {
    LineScaling scaling = new LineScaling(NormalizationChoice.LAYER, BiasChoice.KEEP);
    assertThat(
            read(
                "slice",
                "direction",
                "eigen:2",
                "points",
                9,
                "range",
                "-2:3",
                "normalize",
                "layer",
                "biases",
                "keep"))
        .isEqualTo(
            new SliceRequest(
                scope(), new DirectionChoice.Eigenvector(2), scaling, new AxisRange(-2, 3), 9, 1));
    assertThat(((SliceRequest) read("slice", "directions", 7)).directions()).isEqualTo(7);
    assertThat(
            read(
                "surface",
                "plane",
                "eigen:1,-1",
                "points",
                5,
                "range",
                "-1:2",
                "normalize",
                "layer",
                "biases",
                "keep",
                "basins",
                true,
                "convexity",
                true))
        .isEqualTo(
            new SurfaceRequest(
                scope(),
                new PlaneChoice.Eigenvectors(1, -1),
                scaling,
                Optional.of(new AxisRange(-1, 2)),
                5,
                new SurfaceRequest.Reading(
                    OptionalInt.of(SurfaceRequest.DEFAULT_CONVEXITY_POINTS),
                    OptionalDouble.empty(),
                    true,
                    false)));
    assertThat(((SurfaceRequest) read("surface", "convexity", 4, "adaptive", 0.1)).reading())
        .isEqualTo(
            new SurfaceRequest.Reading(OptionalInt.of(4), OptionalDouble.of(0.1), false, false));
    assertThatThrownBy(() -> read("slice", "direction", "to:runs/other"))
        .hasMessageContaining("pairs of trials have 'connect'");
    assertThatThrownBy(() -> read("surface", "plane", "through:a,b"))
        .hasMessageContaining("pairs of trials have 'connect'");
  }

  @Test
  void sharpness() {
    SharpnessRequest request =
        (SharpnessRequest)
            read(
                "sharpness",
                "measure",
                List.of("ball", "sam"),
                "radius",
                0.2,
                "draws",
                5,
                "iterations",
                6,
                "restarts",
                1,
                "subspace",
                7,
                "per-batch",
                8,
                "temperature",
                0.5,
                "chains",
                2,
                "burn-in",
                0,
                "chain-steps",
                9,
                "step-size",
                0.01,
                "localisation",
                2,
                "chain-batch",
                0);
    assertThat(request)
        .isEqualTo(
            new SharpnessRequest(
                scope(),
                List.of("ball", "sam"),
                OptionalDouble.of(0.2),
                new SharpnessRequest.Effort(5, 6, 1, 7, 8),
                new SharpnessRequest.LocalDensity(0.5, 2, 0, 9, OptionalDouble.of(0.01), 2, 0)));
    assertThat(((SharpnessRequest) read("sharpness", "measure", "ball, sam")).measures())
        .containsExactly("ball", "sam");
    assertThat(((SharpnessRequest) read("sharpness", "all", true)).measures())
        .isEqualTo(SharpnessRequest.all());
    assertThatThrownBy(() -> read("sharpness", "all", true, "measure", "ball"))
        .hasMessageContaining("measure or all");
  }

  @Test
  void trajectoryAndAudit() {
    assertThat(read("trajectory", "components", 3, "points", 5, "curvature", false, "every", 2))
        .isEqualTo(new TrajectoryRequest(scope(), 3, 5, false, OptionalInt.of(2)));
    assertThat(
            read(
                "audit",
                "factor",
                List.of(3, "5.5"),
                "spread",
                0,
                "directions",
                4,
                "measure",
                "sam"))
        .isEqualTo(new AuditRequest(scope(), List.of(3.0, 5.5), 0, 4, List.of("sam")));
  }

  @Test
  void connect() {
    assertThat(
            read(
                "connect",
                "curve",
                "bezier",
                "bends",
                2,
                "steps",
                30,
                "curve-batch",
                16,
                "lr",
                0.2,
                "align",
                "permutation",
                "points",
                7,
                "plane",
                true))
        .isEqualTo(
            new ConnectRequest(
                scope(),
                OTHER,
                new CurveChoice.Trained(
                    "bezier", 2, OptionalInt.of(30), OptionalInt.empty(), 16, 0.2),
                AlignmentChoice.PERMUTATION,
                7,
                OptionalInt.of(ConnectRequest.DEFAULT_PLANE_POINTS)));
    assertThat(
            ((ConnectRequest) read("connect", "curve", "elastic-band", "tolerance", 0.5)).curve())
        .isEqualTo(new CurveChoice.ElasticBand(9, 100, 0.5));
    assertThat(((ConnectRequest) read("connect", "curve", "polychain", "plane-points", 5)).plane())
        .hasValue(5);
    assertThatThrownBy(() -> read("connect", "steps", 3))
        .hasMessageContaining("no steps with the curve linear");
    assertThatThrownBy(() -> read("connect", "curve", "bezier", "tolerance", 1))
        .hasMessageContaining("no tolerance with the curve bezier");
  }

  /** What the file format knows and what is read here are the same. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "gradient",
        "hessian",
        "slice",
        "surface",
        "sharpness",
        "trajectory",
        "audit",
        "connect"
      })
  void knowsTheOptionsOfTheStudyFile(String probe) {
    Set<String> known = ProbeOptions.load().of(probe).keySet();
    assertThat(known).isNotEmpty();
    assertThatThrownBy(() -> read(probe, "no-such-option", 1))
        .isInstanceOfSatisfying(
            ThalwegException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.UNKNOWN_NAME);
              String list = e.expected().substring(e.expected().indexOf(": ") + 2);
              assertThat(List.of(list.split(", "))).containsAll(known);
            });
  }

  @Test
  void refusalsNameTheLineOfTheOption() {
    assertThatThrownBy(() -> read("hessian", "top", -1))
        .hasMessageContaining("own.yaml:11: '-1'")
        .hasMessageContaining("expected: top a whole number of at least 0");
    assertThatThrownBy(() -> read("hessian", "bottom", "many"))
        .hasMessageContaining("own.yaml:10: 'many'");
    assertThatThrownBy(() -> read("hessian", "trace", "maybe"))
        .hasMessageContaining("trace true or false");
    assertThatThrownBy(() -> read("hessian", "top", 1.5)).hasMessageContaining("a whole number");
    assertThatThrownBy(() -> read("gradient", "split", "both"))
        .hasMessageContaining("split one of train, test");
    assertThatThrownBy(() -> read("gradient", "samples", List.of("1", "2")))
        .hasMessageContaining("a whole number");
    assertThatThrownBy(
            () -> ProbeReaders.read(Studies.probe("p", "hesian", Moment.FINAL, Map.of()), MODEL, 0))
        .hasMessageContaining("own.yaml:10: 'hesian'")
        .hasMessageContaining("hessian, sharpness");
  }
}
