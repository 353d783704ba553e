package org.thalweg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
import org.thalweg.app.request.AnalyzeRequest;
import org.thalweg.app.request.AuditRequest;
import org.thalweg.app.request.AxisRange;
import org.thalweg.app.request.CheckpointChoice;
import org.thalweg.app.request.ConnectRequest;
import org.thalweg.app.request.CurvatureChoice;
import org.thalweg.app.request.CurveChoice;
import org.thalweg.app.request.DataRequest;
import org.thalweg.app.request.Destination;
import org.thalweg.app.request.DirectionChoice;
import org.thalweg.app.request.Execution;
import org.thalweg.app.request.ExportRequest;
import org.thalweg.app.request.GradientRequest;
import org.thalweg.app.request.HessianRequest;
import org.thalweg.app.request.ImportRequest;
import org.thalweg.app.request.ModelReference;
import org.thalweg.app.request.NormalizationChoice;
import org.thalweg.app.request.OptimizerChoice;
import org.thalweg.app.request.PlaneChoice;
import org.thalweg.app.request.ProbeScope;
import org.thalweg.app.request.QuickstartRequest;
import org.thalweg.app.request.Recording;
import org.thalweg.app.request.ReportRequest;
import org.thalweg.app.request.ResumeRequest;
import org.thalweg.app.request.Sampling;
import org.thalweg.app.request.ScriptChoice;
import org.thalweg.app.request.SharpnessRequest;
import org.thalweg.app.request.SliceRequest;
import org.thalweg.app.request.Split;
import org.thalweg.app.request.StoppingRule;
import org.thalweg.app.request.SurfaceRequest;
import org.thalweg.app.request.TrainRequest;
import org.thalweg.app.request.TrajectoryRequest;
import org.thalweg.app.study.ClaimsRequest;
import org.thalweg.app.study.StudyRequest;
import org.thalweg.linalg.Precision;
import org.thalweg.study.design.BundledStudies;
import org.thalweg.study.design.Scale;

/** From words to requests: the defaults are the records' own, and no option is lost. */
class RequestsTest {
  private final CommandLineUnderTest thalweg = new CommandLineUnderTest();
  private static final ModelReference RUN = ModelReference.parse("runs/first");

  @Test
  void withoutOptionsTheRecordsDecide() {
    assertThat(thalweg.request("quickstart")).isEqualTo(QuickstartRequest.DEFAULT);
    assertThat(thalweg.request("train", "--data", "mnist", "--net", "mlp:8"))
        .isEqualTo(TrainRequest.of("mnist", "mlp:8"));
    assertThat(thalweg.request("slice", "runs/first"))
        .isEqualTo(SliceRequest.of(ProbeScope.of(RUN)));
    assertThat(thalweg.request("surface", "runs/first"))
        .isEqualTo(SurfaceRequest.of(ProbeScope.of(RUN)));
    assertThat(thalweg.request("gradient", "runs/first"))
        .isEqualTo(GradientRequest.of(ProbeScope.of(RUN)));
    assertThat(thalweg.request("hessian", "runs/first"))
        .isEqualTo(HessianRequest.of(ProbeScope.of(RUN)));
    assertThat(thalweg.request("sharpness", "runs/first"))
        .isEqualTo(SharpnessRequest.of(ProbeScope.of(RUN)));
    assertThat(thalweg.request("trajectory", "runs/first"))
        .isEqualTo(TrajectoryRequest.of(ProbeScope.of(RUN)));
    assertThat(thalweg.request("analyze", "runs/first"))
        .isEqualTo(AnalyzeRequest.of(ProbeScope.of(RUN)));
    assertThat(thalweg.request("report", "runs/first"))
        .isEqualTo(new ReportRequest(Path.of("runs/first"), Destination.DEFAULT));
    assertThat(thalweg.request("data", "list")).isEqualTo(new DataRequest.ListAll());
    assertThat(thalweg.request("data", "info", "sine")).isEqualTo(new DataRequest.Describe("sine"));
  }

  @Test
  void aTorchScriptFileComesWithItsData() {
    assertThat(thalweg.request("hessian", "net.pt", "--data", "iris"))
        .isEqualTo(
            HessianRequest.of(
                ProbeScope.of(ModelReference.script("net.pt", ScriptChoice.of("iris")))));
    String line =
        "slice net.pt --data iris --loss l1 --output logits --inputs int --parameters fc.*"
            + " --batch-norm reestimate";
    assertThat(((SliceRequest) thalweg.request(line.split(" "))).scope().model())
        .isEqualTo(
            ModelReference.script(
                "net.pt", new ScriptChoice("iris", "l1", "logits", "int", "fc.*", true)));
  }

  @Test
  void weightsComeWithTheirNetwork() {
    assertThat(thalweg.request("hessian", "w.npz", "--net", "mlp:8", "--data", "iris"))
        .isEqualTo(
            HessianRequest.of(
                ProbeScope.of(
                    ModelReference.checkpoint("w.npz", CheckpointChoice.of("iris", "mlp:8")))));
    String line = "slice w.npz --net cnn:4 --activation tanh --data digits --loss mse";
    assertThat(((SliceRequest) thalweg.request(line.split(" "))).scope().model())
        .isEqualTo(
            ModelReference.checkpoint(
                "w.npz", new CheckpointChoice("digits", "mse", "cnn:4", "tanh")));
  }

  @Test
  void filesForOtherTools() {
    assertThat(thalweg.request("export", "runs/first", "--to", "vtp"))
        .isEqualTo(new ExportRequest(Path.of("runs/first"), "vtp", Destination.DEFAULT));
    assertThat(thalweg.request("import", "surface.h5"))
        .isEqualTo(new ImportRequest(Path.of("surface.h5"), Destination.DEFAULT));
    assertThat(thalweg.request("data", "fetch", "cifar10"))
        .isEqualTo(new DataRequest.Fetch("cifar10"));
  }

  @Test
  void everyOptionOfTrainArrives() {
    String line =
        "train --data digits --net cnn:4,8 --activation tanh --loss mse --optimizer nesterov"
            + " --lr 0.5 --momentum 0.8 --weight-decay 1e-4 --batch 32 --samples 500 --epochs 7"
            + " --record-every 10 --snapshots --seed -3 --workers 2 --precision float64"
            + " --out somewhere --force";
    assertThat(thalweg.request(line.split(" ")))
        .isEqualTo(
            new TrainRequest(
                "digits",
                "cnn:4,8",
                "tanh",
                "mse",
                new OptimizerChoice(
                    OptimizerChoice.Method.NESTEROV,
                    OptionalDouble.of(0.5),
                    OptionalDouble.of(0.8),
                    1e-4),
                32,
                OptionalInt.of(500),
                new StoppingRule.Epochs(7),
                new Recording(OptionalInt.of(10), true),
                Execution.of(-3, 2, "float64"),
                new Destination(Optional.of(Path.of("somewhere")), true)));
  }

  @Test
  void untilAccuracyHasALimit() {
    String line = "train --data a --net b --until-accuracy 0.975";
    assertThat(((TrainRequest) thalweg.request(line.split(" "))).stop())
        .isEqualTo(new StoppingRule.UntilAccuracy(0.975, 100));
    assertThat(((TrainRequest) thalweg.request((line + " --epochs 4").split(" "))).stop())
        .isEqualTo(new StoppingRule.UntilAccuracy(0.975, 4));
  }

  @Test
  void everyOptionOfSliceArrives() {
    String line =
        "slice runs/first@12 --direction eigen:-2 --normalize none --range -0.5:2e-1 --points 7"
            + " --split test --samples 10 --batch 5 --seed 9 --workers 1 --precision float64"
            + " --out o --force";
    assertThat(thalweg.request(line.split(" ")))
        .isEqualTo(
            new SliceRequest(
                new ProbeScope(
                    ModelReference.parse("runs/first@12"),
                    new Sampling(Split.TEST, OptionalInt.of(10), 5),
                    Execution.of(9, 1, "float64"),
                    new Destination(Optional.of(Path.of("o")), true)),
                new DirectionChoice.Eigenvector(-2),
                NormalizationChoice.NONE,
                new AxisRange(-0.5, 0.2),
                7));
  }

  @Test
  void anAuditIsInFloat64() {
    AuditRequest usual = (AuditRequest) thalweg.request("audit", "runs/first");
    assertThat(usual).isEqualTo(AuditRequest.of(ProbeScope.of(RUN)));
    assertThat(usual.scope().execution().precision()).isEqualTo(Precision.FLOAT64);
    assertThat(usual.factors()).containsExactly(2.0, 10.0);
    AuditRequest own =
        (AuditRequest)
            thalweg.request(
                "audit r --factor 3 --spread 0.5 --directions 7 --measure ball,sam".split(" "));
    assertThat(own.factors()).containsExactly(3.0);
    assertThat(own.spread()).isEqualTo(0.5);
    assertThat(own.directions()).isEqualTo(7);
    assertThat(own.measures()).containsExactly("ball", "sam");
  }

  @Test
  void theOptionsOfTheOtherProbesArrive() {
    TrajectoryRequest trajectory =
        (TrajectoryRequest)
            thalweg.request(
                "trajectory", "r", "--no-curvature", "--components", "3", "--every", "4");
    assertThat(trajectory.curvature()).isFalse();
    assertThat(trajectory.components()).isEqualTo(3);
    assertThat(trajectory.every()).hasValue(4);
    assertThat(((TrajectoryRequest) thalweg.request("trajectory", "r", "--curvature")).curvature())
        .isTrue();
    SurfaceRequest surface =
        (SurfaceRequest) thalweg.request("surface", "r", "--plane", "eigen:1,-1", "--points", "9");
    assertThat(surface.plane()).isEqualTo(new PlaneChoice.Eigenvectors(1, -1));
    assertThat(surface.points()).isEqualTo(9);
    assertThat(
            thalweg.request(
                "gradient runs/first --noise --learning-rate 0.1 --batch-size 32 --top-eigenspace 4"
                    .split(" ")))
        .isEqualTo(
            new GradientRequest(
                ProbeScope.of(RUN), true, Optional.of(new GradientRequest.Step(0.1, 32)), 4));
    HessianRequest hessian =
        (HessianRequest)
            thalweg.request(
                "hessian r --top 3 --bottom 0 --tolerance 1e-6 --iterations 40".split(" "));
    assertThat(hessian.top()).isEqualTo(3);
    assertThat(hessian.bottom()).isZero();
    assertThat(hessian.tolerance()).isEqualTo(1e-6);
    assertThat(hessian.iterations()).isEqualTo(40);
    AnalyzeRequest full = (AnalyzeRequest) thalweg.request("analyze", "r", "--full");
    assertThat(full.full()).isTrue();
    assertThat(full.budget()).hasValue(300);
    assertThat(thalweg.request("analyze", "r", "--budget", "60"))
        .isEqualTo(
            new AnalyzeRequest(
                ProbeScope.of(ModelReference.parse("r")), false, OptionalDouble.of(60)));
  }

  @Test
  void thePartsOfASpectrumAreAskedForOneByOne() {
    String line =
        "hessian r --trace --density --full-spectrum --matrix empirical-fisher --block fc.*"
            + " --method power --trace-method xtrace --probes 40 --relative-error 0.1";
    assertThat(((HessianRequest) thalweg.request(line.split(" "))).curvature())
        .isEqualTo(
            new CurvatureChoice(
                "empirical-fisher",
                "fc.*",
                "power",
                true,
                "xtrace",
                true,
                true,
                false,
                OptionalInt.of(40),
                OptionalDouble.of(0.1)));
    HessianRequest onlyTrace =
        (HessianRequest) thalweg.request("hessian r --top 0 --bottom 0 --trace".split(" "));
    assertThat(onlyTrace.top()).isZero();
    assertThat(
            ((HessianRequest) thalweg.request("hessian r --sampling-error".split(" ")))
                .curvature()
                .samplingError())
        .isTrue();
    HessianRequest layers =
        (HessianRequest) thalweg.request("hessian r --block each-layer".split(" "));
    assertThat(layers.curvature().eachLayer()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--matrix jacobian",
        "--method arnoldi",
        "--trace-method luck",
        "--trace --probes 3",
        "--density --probes 0",
        "--relative-error 0",
        "--top 0 --bottom 0"
      })
  void partsThatCannotBeMeantAreRefused(String options) {
    assertThat(thalweg.run(("hessian r " + options).split(" "))).isEqualTo(2);
    assertThat(thalweg.err()).contains("TW-1001").contains("--");
  }

  @Test
  void theOptionsOfSharpnessArrive() {
    String line =
        "sharpness runs/first --measure sam,ball --measure asam,sam --radius 0.25 --draws 7"
            + " --iterations 9 --restarts 3 --subspace 11 --per-batch 64";
    assertThat(thalweg.request(line.split(" ")))
        .isEqualTo(
            new SharpnessRequest(
                ProbeScope.of(RUN),
                List.of("sam", "ball", "asam"),
                OptionalDouble.of(0.25),
                new SharpnessRequest.Effort(7, 9, 3, 11, 64)));
    String chains =
        "sharpness r --measure learning-coefficient --temperature 0.5 --chains 3 --burn-in 0"
            + " --chain-steps 50 --step-size 1e-4 --localisation 100 --chain-batch 0";
    assertThat(((SharpnessRequest) thalweg.request(chains.split(" "))).density())
        .isEqualTo(
            new SharpnessRequest.LocalDensity(0.5, 3, 0, 50, OptionalDouble.of(1e-4), 100, 0));
    assertThat(((SharpnessRequest) thalweg.request("sharpness", "r", "--all")).measures())
        .isEqualTo(SharpnessRequest.all())
        .containsAll(SharpnessRequest.usual());
  }

  @Test
  void measuresOfSharpnessThatCannotBeMeant() {
    assertThat(thalweg.run("sharpness", "r", "--measure", "shape")).isEqualTo(2);
    assertThat(thalweg.err()).contains("TW-1002").contains("keskar-subspace");
    assertThat(thalweg.run("sharpness", "r", "--measure", "sam", "--all")).isEqualTo(2);
    assertThat(thalweg.run("sharpness", "r", "--radius", "-1")).isEqualTo(2);
    assertThat(thalweg.run("sharpness", "r", "--draws", "0")).isEqualTo(2);
  }

  @Test
  void twoModelsAndTheCurveBetweenThem() {
    assertThat(thalweg.request("connect", "runs/first", "runs/second"))
        .isEqualTo(ConnectRequest.of(ProbeScope.of(RUN), ModelReference.parse("runs/second")));
    ConnectRequest bezier =
        (ConnectRequest)
            thalweg.request(
                "connect a b@3 --curve bezier --bends 2 --epochs 7 --lr 0.1 --plane".split(" "));
    assertThat(bezier.scope().model()).isEqualTo(ModelReference.parse("a"));
    assertThat(bezier.other()).isEqualTo(ModelReference.parse("b@3"));
    assertThat(bezier.curve())
        .isEqualTo(
            new CurveChoice.Trained("bezier", 2, OptionalInt.empty(), OptionalInt.of(7), 128, 0.1));
    assertThat(bezier.plane()).hasValue(ConnectRequest.DEFAULT_PLANE_POINTS);
    ConnectRequest band =
        (ConnectRequest)
            thalweg.request(
                "connect a b --curve elastic-band --steps 5 --tolerance 0.1 --align permutation"
                    .split(" "));
    assertThat(band.curve()).isEqualTo(new CurveChoice.ElasticBand(9, 5, 0.1));
    assertThat(band.alignment()).isEqualTo(AlignmentChoice.PERMUTATION);
    assertThat(band.plane()).isEmpty();
  }

  @Test
  void claimsOfAllStudiesOrOfSome() {
    assertThat(thalweg.request("claims"))
        .isEqualTo(new ClaimsRequest(List.of(), Optional.empty(), Optional.empty()));
    assertThat(
            thalweg.request("claims one two --claims own.yaml --out ledger --markdown".split(" ")))
        .isEqualTo(
            new ClaimsRequest(
                List.of(Path.of("one"), Path.of("two")),
                Optional.of(Path.of("own.yaml")),
                Optional.of(Path.of("ledger"))));
  }

  @Test
  void bothEndsOfAPathShareTheOptionsOfTorchScript() {
    ConnectRequest request =
        (ConnectRequest)
            thalweg.request("connect a.pt b.pt --data iris --batch-norm reestimate".split(" "));
    ScriptChoice choice =
        new ScriptChoice("iris", ScriptChoice.AUTO, "", "", ScriptChoice.ALL, true);
    assertThat(request.scope().model()).isEqualTo(ModelReference.script("a.pt", choice));
    assertThat(request.other()).isEqualTo(ModelReference.script("b.pt", choice));
  }

  @Test
  void resumeTakesTheFolderAndTheWorkersOnly() {
    assertThat(thalweg.request("train", "--resume", "runs/first", "--workers", "2"))
        .isEqualTo(new ResumeRequest(Path.of("runs/first"), 2));
    assertThat(thalweg.run("train", "--resume", "runs/first", "--lr", "3")).isEqualTo(2);
    assertThat(thalweg.err()).contains("TW-1003").contains("--lr");
  }

  @Test
  void whatIsMadeOfAPlane() {
    SurfaceRequest surface =
        (SurfaceRequest)
            thalweg.request(
                "surface", "r", "--basins", "--convexity", "--plane", "through:b,c", "--oblique");
    assertThat(surface.reading())
        .isEqualTo(
            new SurfaceRequest.Reading(
                OptionalInt.of(11), java.util.OptionalDouble.empty(), true, true));
    assertThat(surface.range()).isEmpty();
    SurfaceRequest adaptive =
        (SurfaceRequest) thalweg.request("surface", "r", "--adaptive", "0.02", "--biases", "copy");
    assertThat(adaptive.reading().adaptive()).hasValue(0.02);
    assertThat(adaptive.scaling().biases()).isEqualTo(org.thalweg.app.request.BiasChoice.COPY);
    SliceRequest band = (SliceRequest) thalweg.request("slice", "r", "--directions", "20");
    assertThat(band.directions()).isEqualTo(20);
  }

  @Test
  void aStudyWithoutOptionsIsTheBundledOne() {
    assertThat(thalweg.request("study", "r1-architectures"))
        .isEqualTo(
            StudyRequest.of(BundledStudies.read("r1-architectures", Scale.QUICK).orElseThrow()));
  }

  @Test
  void aStudyWithEverything() {
    StudyRequest request =
        (StudyRequest)
            thalweg.request(
                "study",
                "r1-architectures",
                "--scale=paper",
                "--workers=3",
                "--only=network=deep,wide",
                "--seeds=2",
                "--out=here/own",
                "--retry-failed",
                "--resume",
                "--dry-run");
    assertThat(request.study().scale()).isEqualTo(Scale.PAPER);
    assertThat(request.study().seeds()).containsExactly(1L, 2L);
    assertThat(request.folder()).isEqualTo(Path.of("here/own"));
    assertThat(request.trials()).isEqualTo(Path.of("here/trials").toAbsolutePath());
    assertThat(request.workers()).isEqualTo(3);
    assertThat(request.only()).isEqualTo(Map.of("network", Set.of("deep", "wide")));
    assertThat(request.retryFailed()).isTrue();
  }

  @Test
  void seedsBeyondThoseOfTheStudyAreTheNextNumbers() {
    StudyRequest request =
        (StudyRequest) thalweg.request("study", "r1-architectures", "--seeds=40");
    assertThat(request.study().seeds()).hasSize(40).startsWith(1L, 2L).doesNotHaveDuplicates();
  }
}
