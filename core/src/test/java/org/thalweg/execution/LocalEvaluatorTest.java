package org.thalweg.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.linalg.ArraySpace;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Evaluation;
import org.thalweg.result.Outcome;

/** A hang is a failure here, hence the time limit; it is no measurement. */
@Timeout(60)
class LocalEvaluatorTest {
  private static final int POINTS = 37;
  private static final double[] THETA = {0.1, -0.7, 1.3};
  private static final double[] DIRECTION = {0.3, 0.9, -0.2};

  private final InMemoryLedger ledger = new InMemoryLedger();
  private final FunctionObjective objective = FunctionObjective.of(THETA, LocalEvaluatorTest::wavy);

  @Test
  void valuesAreThoseOfTheFunctionInTheOrderOfThePlan() {
    PointEvaluations found = evaluate(objective, ledger, ExecutionOptions.defaults());
    for (int i = 0; i < POINTS; i++) {
      double loss = wavy(point(i));
      assertThat(found.losses().get(i)).isEqualTo(loss);
      assertThat(found.lossStandardErrors().get(i)).isEqualTo(loss / 100);
      assertThat(found.accuracies().get(i)).isEqualTo(1 / (1 + loss));
    }
    assertThat(found.outcome()).isEqualTo(Outcome.CONVERGED);
    assertThat(found.resumed()).isZero();
    assertThat(found.cost().forward()).isEqualTo(POINTS);
    assertThat(found.cost().seconds()).isPositive();
    assertThat(ledger.size()).isEqualTo(POINTS);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,5", "2,1", "2,8", "5,3", "5,1000", "64,8"})
  void workersAndPiecesChangeNothing(int workers, int piece) {
    for (Precision precision : Precision.values()) {
      ArraySpace space = new ArraySpace(3, precision);
      FunctionObjective one = new FunctionObjective(space, THETA, LocalEvaluatorTest::wavy);
      FunctionObjective other = new FunctionObjective(space, THETA, LocalEvaluatorTest::wavy);
      PointEvaluations expected = evaluate(one, new InMemoryLedger(), ExecutionOptions.defaults());
      PointEvaluations found =
          new LocalEvaluator(piece)
              .evaluate(
                  other,
                  plan(other),
                  new InMemoryLedger(),
                  ExecutionOptions.defaults().withWorkers(workers));
      assertThat(found.evaluations()).isEqualTo(expected.evaluations());
      assertThat(other.evaluations()).isEqualTo(POINTS);
      assertThat(other.replicasMade()).isBetween(1, workers);
      assertThat(other.replicasOpen()).isZero();
    }
  }

  @Test
  void piecesHoldSeveralPoints() {
    new LocalEvaluator(8).evaluate(objective, plan(objective), ledger, ExecutionOptions.defaults());
    assertThat(objective.calls()).isEqualTo(5);
  }

  @Test
  void knownPointsAreNotComputedAgain() {
    Evaluation recorded = new Evaluation(-1, -2, -3);
    Evaluation diverged = new Evaluation(Double.NaN, Double.NaN, 0);
    ledger.record(3, recorded);
    ledger.record(4, diverged);
    PointEvaluations found = evaluate(objective, ledger, ExecutionOptions.defaults());
    assertThat(objective.evaluations()).isEqualTo(POINTS - 2);
    assertThat(found.resumed()).isEqualTo(2);
    assertThat(found.cost().forward()).isEqualTo(POINTS - 2);
    assertThat(found.evaluations().get(3)).contains(recorded);
    assertThat(found.evaluations().get(4)).contains(diverged);
    assertThat(found.losses().get(5)).isEqualTo(wavy(point(5)));

    PointEvaluations again = evaluate(objective, ledger, ExecutionOptions.defaults());
    assertThat(objective.evaluations()).isEqualTo(POINTS - 2);
    assertThat(again.evaluations()).isEqualTo(found.evaluations());
    assertThat(again.cost().forward()).isZero();
    assertThat(again.resumed()).isEqualTo(POINTS);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void cancelledHalfWayAndResumedEqualsUninterrupted(int workers) {
    PointEvaluations uninterrupted =
        evaluate(objective, new InMemoryLedger(), ExecutionOptions.defaults());

    FunctionObjective again = FunctionObjective.of(THETA, LocalEvaluatorTest::wavy);
    Cancellation cancellation = new Cancellation();
    ExecutionOptions options =
        ExecutionOptions.defaults()
            .withWorkers(workers)
            .withCancellation(cancellation)
            .withListener(
                (activity, done, total) -> {
                  if (done >= total / 2) {
                    cancellation.request();
                  }
                });
    PointEvaluations half = new LocalEvaluator(2).evaluate(again, plan(again), ledger, options);
    assertThat(half.outcome()).isEqualTo(Outcome.CANCELLED);
    int evaluated = again.evaluations();
    assertThat(evaluated).isBetween(POINTS / 2, POINTS / 2 + 2 * workers);
    assertThat(ledger.size()).isEqualTo(evaluated);
    assertThat(half.evaluations().stream().filter(Optional::isPresent)).hasSize(evaluated);
    assertThat(half.losses().stream().filter(Double::isNaN)).hasSize(POINTS - evaluated);
    assertThat(again.replicasOpen()).isZero();

    PointEvaluations resumed =
        evaluate(again, ledger, ExecutionOptions.defaults().withWorkers(workers));
    assertThat(again.evaluations()).isEqualTo(POINTS);
    assertThat(resumed.evaluations()).isEqualTo(uninterrupted.evaluations());
    assertThat(resumed.resumed()).isEqualTo(evaluated);
    assertThat(resumed.outcome()).isEqualTo(Outcome.CONVERGED);
  }

  @Test
  void cancelledBeforeTheStartNothingIsComputed() {
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    ledger.record(0, Evaluation.exact(5));
    PointEvaluations found =
        evaluate(objective, ledger, ExecutionOptions.defaults().withCancellation(cancellation));
    assertThat(found.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(found.losses().get(0)).isEqualTo(5);
    assertThat(objective.evaluations()).isZero();
    assertThat(objective.replicasMade()).isZero();
  }

  @Test
  void allKnownIsCompleteEvenIfCancelled() {
    PointEvaluations complete = evaluate(objective, ledger, ExecutionOptions.defaults());
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    PointEvaluations found =
        evaluate(objective, ledger, ExecutionOptions.defaults().withCancellation(cancellation));
    assertThat(found.outcome()).isEqualTo(Outcome.CONVERGED);
    assertThat(found.evaluations()).isEqualTo(complete.evaluations());
  }

  @Test
  void whatIsKnownTakesNoReplica() {
    evaluate(objective, ledger, ExecutionOptions.defaults());
    int made = objective.replicasMade();
    assertThat(made).isPositive();
    evaluate(objective, ledger, ExecutionOptions.defaults().withWorkers(3));
    assertThat(objective.replicasMade()).isEqualTo(made);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void interruptingTheCallerCancels(int workers) {
    Cancellation cancellation = new Cancellation();
    Thread caller = Thread.currentThread();
    FunctionObjective interrupting =
        FunctionObjective.of(
            THETA,
            x -> {
              caller.interrupt();
              while (Thread.currentThread() != caller && !cancellation.requested()) {
                Thread.onSpinWait();
              }
              return wavy(x);
            });
    PointEvaluations found =
        evaluate(
            interrupting,
            ledger,
            ExecutionOptions.defaults().withWorkers(workers).withCancellation(cancellation));
    assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
    assertThat(found.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(cancellation.requested()).isTrue();
    assertThat(interrupting.evaluations()).isPositive().isLessThan(POINTS);
    assertThat(ledger.size()).isEqualTo(interrupting.evaluations());
  }

  @Test
  void lossesThatAreNotFiniteAreValues() {
    FunctionObjective diverging =
        FunctionObjective.of(
            THETA, x -> x[0] > 0.2 ? Double.POSITIVE_INFINITY : x[0] < 0 ? Double.NaN : wavy(x));
    PointEvaluations found = evaluate(diverging, ledger, ExecutionOptions.defaults());
    assertThat(found.outcome()).isEqualTo(Outcome.NON_FINITE);
    assertThat(diverging.evaluations()).isEqualTo(POINTS);
    assertThat(found.evaluations()).allMatch(Optional::isPresent);
    assertThat(found.losses().stream().filter(Double::isFinite)).isNotEmpty();
    assertThat(found.losses().stream().filter(Double::isInfinite)).isNotEmpty();
    assertThat(found.losses().stream().filter(Double::isNaN)).isNotEmpty();
    PointEvaluations again = evaluate(diverging, ledger, ExecutionOptions.defaults());
    assertThat(diverging.evaluations()).as("NaN is known, not missing").isEqualTo(POINTS);
    assertThat(again.outcome()).isEqualTo(Outcome.NON_FINITE);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void theFirstFailureStopsAllAndIsThrown(int workers) {
    FunctionObjective failing =
        FunctionObjective.of(
            THETA,
            x -> {
              if (x[0] > 0.1) {
                throw new IllegalArgumentException("too far");
              }
              return wavy(x);
            });
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(
            () -> evaluate(failing, ledger, ExecutionOptions.defaults().withWorkers(workers)))
        .withMessage("too far");
    assertThat(failing.replicasOpen()).isZero();
    assertThat(ledger.size()).isLessThan(POINTS);
  }

  @Test
  void theOthersStopAfterTheirPiece() {
    // The one that fails is not the caller, who lives on.
    Thread caller = Thread.currentThread();
    AtomicReference<Thread> failed = new AtomicReference<>();
    FunctionObjective once =
        FunctionObjective.of(
            THETA,
            x -> {
              Thread self = Thread.currentThread();
              if (self != caller && failed.compareAndSet(null, self)) {
                throw new IllegalArgumentException("once");
              }
              while (failed.get() == null || failed.get().isAlive()) {
                Thread.onSpinWait();
              }
              return wavy(x);
            });
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(
            () ->
                new LocalEvaluator(1)
                    .evaluate(once, plan(once), ledger, ExecutionOptions.defaults().withWorkers(3)))
        .withMessage("once");
    assertThat(ledger.size()).as("at most one point for each other worker").isLessThan(3);
    assertThat(once.replicasOpen()).isZero();
  }

  @Test
  void errorsAreThrownAsTheyAre() {
    FunctionObjective failing =
        FunctionObjective.of(
            THETA,
            x -> {
              throw new OutOfMemoryError("none left");
            });
    assertThatExceptionOfType(OutOfMemoryError.class)
        .isThrownBy(() -> evaluate(failing, ledger, ExecutionOptions.defaults().withWorkers(3)))
        .withMessage("none left");
    assertThat(failing.replicasOpen()).isZero();
  }

  @Test
  void aLedgerThatCannotWriteStopsTheWork() {
    PointLedger full =
        new PointLedger() {
          @Override
          public Optional<Evaluation> find(int index) {
            return Optional.empty();
          }

          @Override
          public void record(int index, Evaluation evaluation) {
            throw ThalwegException.of(ErrorCode.DISK_FULL)
                .expected("space")
                .found("none")
                .next("free some");
          }
        };
    assertThatExceptionOfType(ThalwegException.class)
        .isThrownBy(() -> evaluate(objective, full, ExecutionOptions.defaults().withWorkers(2)))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.DISK_FULL));
    assertThat(objective.evaluations()).isLessThan(POINTS);
  }

  @Test
  void aPointIsInTheLedgerBeforeProgressIsTold() {
    List<Integer> recorded = new ArrayList<>();
    List<Long> told = new ArrayList<>();
    evaluate(
        objective,
        ledger,
        ExecutionOptions.defaults()
            .withListener(
                (activity, done, total) -> {
                  recorded.add(ledger.size());
                  told.add(done);
                }));
    for (int i = 0; i < told.size(); i++) {
      assertThat(told.get(i)).isEqualTo((long) recorded.get(i));
    }
  }

  @Test
  void progressIsSerialMonotonicAndCountsResumedPoints() {
    ledger.record(0, Evaluation.exact(0));
    List<Long> told = new ArrayList<>();
    Set<Thread> inside = Collections.synchronizedSet(new HashSet<>());
    evaluate(
        objective,
        ledger,
        ExecutionOptions.defaults()
            .withWorkers(5)
            .withListener(
                (activity, done, total) -> {
                  inside.add(Thread.currentThread());
                  assertThat(inside).hasSize(1);
                  assertThat(activity).isEqualTo("test");
                  assertThat(total).isEqualTo(POINTS);
                  told.add(done);
                  inside.remove(Thread.currentThread());
                }));
    assertThat(told).isSorted().doesNotHaveDuplicates().startsWith(1L).endsWith((long) POINTS);
  }

  @Test
  void optionsAndPiecesAreChecked() {
    for (int workers : new int[] {-1, 0, 1_000_000}) {
      assertThatExceptionOfType(ThalwegException.class)
          .isThrownBy(() -> ExecutionOptions.defaults().withWorkers(workers))
          .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_OPTION));
    }
    assertThatExceptionOfType(ThalwegException.class).isThrownBy(() -> new LocalEvaluator(0));
  }

  private static PointEvaluations evaluate(
      FunctionObjective function, PointLedger ledger, ExecutionOptions options) {
    return new LocalEvaluator().evaluate(function, plan(function), ledger, options);
  }

  private static PointPlan plan(FunctionObjective function) {
    Vector origin = function.parameters();
    Vector direction = function.space().of(DIRECTION);
    return new PointPlan(
        "test",
        new AffineSubspace(origin, List.of(direction)),
        IntStream.range(0, POINTS).mapToObj(i -> new double[] {step(i)}).toList());
  }

  private static double step(int i) {
    return (i - POINTS / 2) * 0.1;
  }

  private static double[] point(int i) {
    double[] x = new double[3];
    for (int k = 0; k < 3; k++) {
      x[k] = THETA[k] + step(i) * DIRECTION[k];
    }
    return x;
  }

  /** No closed form anybody needs: it only has to differ from point to point. */
  private static double wavy(double[] x) {
    ToDoubleFunction<double[]> wave = y -> Math.sin(3 * y[0]) + y[1] * y[1] - y[0] * y[2];
    return 10 + wave.applyAsDouble(x);
  }
}
