package org.thalweg.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.app.request.AlignmentChoice;
import org.thalweg.app.request.ConnectRequest;
import org.thalweg.app.request.CurveChoice;
import org.thalweg.app.request.Destination;
import org.thalweg.app.request.Execution;
import org.thalweg.app.request.ModelReference;
import org.thalweg.app.request.OptimizerChoice;
import org.thalweg.app.request.ProbeScope;
import org.thalweg.app.request.Recording;
import org.thalweg.app.request.Sampling;
import org.thalweg.app.request.Split;
import org.thalweg.app.request.StoppingRule;
import org.thalweg.app.request.TrainRequest;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.result.ConnectionResult;
import org.thalweg.result.Outcome;
import org.thalweg.result.PathProfile;
import org.thalweg.store.RunFolder;

/** Paths between small trained networks. */
class ConnectTest {
  @TempDir private static Path folder = Path.of("");

  @BeforeAll
  static void train() {
    train("a", "mlp:12", 1);
    train("b", "mlp:12", 2);
    train("wider", "mlp:13", 1);
  }

  private static void train(String name, String network, long seed) {
    new TrainUseCase()
        .train(
            new TrainRequest(
                "digits",
                network,
                TrainRequest.DEFAULT_ACTIVATION,
                TrainRequest.DEFAULT_LOSS,
                OptimizerChoice.DEFAULT,
                64,
                OptionalInt.empty(),
                new StoppingRule.Epochs(6),
                Recording.DEFAULT,
                Execution.of(seed, 1, "float64"),
                new Destination(Optional.of(folder.resolve(name)), false)),
            ProgressListener.silent(),
            new Cancellation());
  }

  @Test
  void theStraightLineOverBothHalvesOfTheData() {
    ConnectionResult result = connect("a", "b", CurveChoice.DEFAULT, OptionalInt.empty());
    assertThat(result.outcome()).isEqualTo(Outcome.CONVERGED);
    assertThat(result.curve()).isEqualTo("linear");
    assertThat(result.profiles()).extracting(PathProfile::samples).containsExactly("train", "test");
    assertThat(result.straight()).isEmpty();
    assertThat(result.t().size()).isEqualTo(11);
    assertThat(result.profile().lossBarrier().height()).isPositive();
    assertThat(result.profile().lossBarrier().heightStandardError())
        .isBetween(0.0, result.profile().lossBarrier().height());
    assertThat(result.length()).isCloseTo(result.similarity().distance(), within(1e-9));
    assertThat(result.similarity().disagreement()).isBetween(0.0, 1.0);
    assertThat(result.similarity().layers().get(0).linearCka()).isBetween(0.3, 1.0);
    assertThat(result.cost().forward()).isGreaterThanOrEqualTo(22);
  }

  @Test
  void aTrainedCurveIsLowerThanTheLineAndLiesInItsPlane() {
    CurveChoice bezier =
        new CurveChoice.Trained("bezier", 1, OptionalInt.of(600), OptionalInt.empty(), 64, 0.1);
    ConnectionResult result = connect("a", "b", bezier, OptionalInt.of(5));
    PathProfile line = result.straight().orElseThrow();
    assertThat(result.profile().loss().get(0)).isEqualTo(line.loss().get(0));
    assertThat(result.profile().loss().get(10)).isEqualTo(line.loss().get(10));
    assertThat(result.profile().lossBarrier().height())
        .isLessThan(0.7 * line.lossBarrier().height());
    assertThat(result.length()).isGreaterThan(result.similarity().distance());
    assertThat(result.plane().orElseThrow().offPlane().stream())
        .allMatch(distance -> distance < 1e-5);
    assertThat(result.search().outcome()).isEqualTo(Outcome.CONVERGED);
  }

  @Test
  void alignmentKeepsTheEndsAndLowersTheBarrier() {
    ConnectionResult plain = connect("a", "b", CurveChoice.DEFAULT, OptionalInt.empty());
    ConnectRequest request = request("a", "b", CurveChoice.DEFAULT, OptionalInt.empty(), "out-b");
    ConnectionResult aligned =
        (ConnectionResult)
            new ConnectUseCase()
                .run(
                    new ConnectRequest(
                        request.scope(),
                        request.other(),
                        request.curve(),
                        AlignmentChoice.PERMUTATION,
                        request.points(),
                        request.plane()),
                    ProgressListener.silent(),
                    new Cancellation())
                .result();
    assertThat(aligned.alignment()).isEqualTo("permutation");
    assertThat(aligned.profile().loss().get(10))
        .isCloseTo(plain.profile().loss().get(10), within(1e-12));
    assertThat(aligned.similarity().distance()).isLessThan(plain.similarity().distance());
    assertThat(aligned.profile().lossBarrier().height())
        .isLessThan(plain.profile().lossBarrier().height());
  }

  @Test
  void anElasticBandWithoutTimeSaysSo() {
    ConnectionResult result =
        connect("a", "b", new CurveChoice.ElasticBand(3, 4, 1e-6), OptionalInt.empty());
    assertThat(result.outcome()).isEqualTo(Outcome.BUDGET_EXHAUSTED);
    assertThat(result.curve()).isEqualTo("elastic-band");
    assertThat(result.bends()).isEqualTo(3);
    assertThat(result.cost().gradient()).as("3 pivots, 4 iterations").isEqualTo(12);
  }

  @Test
  void whatIsStoppedGoesOnAndGivesTheSame() {
    Cancellation cancellation = new Cancellation();
    ProgressListener stopping =
        (activity, done, total) -> {
          if (activity.equals("path") && done >= 4) {
            cancellation.request();
          }
        };
    ConnectRequest request = request("a", "b", CurveChoice.DEFAULT, OptionalInt.empty(), "stopped");
    Measured stopped = new ConnectUseCase().run(request, stopping, cancellation);
    assertThat(stopped.result().outcome()).isEqualTo(Outcome.CANCELLED);
    Measured resumed =
        new ConnectUseCase().run(request, ProgressListener.silent(), new Cancellation());
    ConnectionResult whole = connect("a", "b", CurveChoice.DEFAULT, OptionalInt.empty());
    ConnectionResult found = (ConnectionResult) resumed.result();
    assertThat(found.profiles()).isEqualTo(whole.profiles());
    assertThat(found.cost().forward()).isLessThan(whole.cost().forward());
    assertThat(RunFolder.open(resumed.run()).contents().results()).hasSize(1);
  }

  @Test
  void networksOfOtherArchitectureOrDataAreRefusedAndNothingIsWritten() {
    refuses(
        () -> connect("a", "wider", CurveChoice.DEFAULT, OptionalInt.empty()),
        ErrorCode.WEIGHTS_MISMATCH);
    assertThat(Files.exists(folder.resolve("out-wider"))).isFalse();
  }

  private static ConnectionResult connect(
      String a, String b, CurveChoice curve, OptionalInt plane) {
    return (ConnectionResult)
        new ConnectUseCase()
            .run(
                request(a, b, curve, plane, "out-" + b),
                ProgressListener.silent(),
                new Cancellation())
            .result();
  }

  private static ConnectRequest request(
      String a, String b, CurveChoice curve, OptionalInt plane, String out) {
    return new ConnectRequest(
        new ProbeScope(
            ModelReference.parse(folder.resolve(a).toString()),
            new Sampling(Split.TRAIN, OptionalInt.of(300), 0),
            Execution.of(5, 1, "float64"),
            new Destination(Optional.of(folder.resolve(out)), false)),
        ModelReference.parse(folder.resolve(b).toString()),
        curve,
        AlignmentChoice.NONE,
        11,
        plane);
  }

  private static void refuses(ThrowingCallable work, ErrorCode code) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(ThalwegException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
