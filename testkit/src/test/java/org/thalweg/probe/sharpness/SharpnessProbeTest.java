package org.thalweg.probe.sharpness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Objective;
import org.thalweg.result.Measurement;
import org.thalweg.result.Outcome;
import org.thalweg.result.SharpnessResult;
import org.thalweg.result.SharpnessValue;
import org.thalweg.testkit.RelativeError;

class SharpnessProbeTest {
  private static final LocalQuadratic QUADRATIC =
      LocalQuadratic.random(new double[] {5, 3, 2, 1, 0.5, -1}, 1, 1);

  private static SharpnessProbe probe(String... names) {
    return new SharpnessProbe(
        Arrays.stream(names)
            .map(name -> SharpnessMeasures.named(name).measure(SharpnessOptions.defaults()))
            .toList());
  }

  private static String[] all() {
    return SharpnessMeasuresTest.names().toArray(String[]::new);
  }

  @Test
  void severalMeasuresInOrder() {
    Objective objective = QUADRATIC.objective();
    SharpnessResult result =
        probe("sam", "gaussian", "ball").measure(objective, ExecutionOptions.defaults());
    assertThat(result.probe()).isEqualTo("sharpness");
    assertThat(result.values())
        .extracting(SharpnessValue::measure)
        .containsExactly("sam", "gaussian", "ball");
    assertThat(result.loss()).isEqualTo(0.5);
    double norm = 0;
    for (double t : QUADRATIC.point()) {
      norm = Math.hypot(norm, t);
    }
    RelativeError.atMost(1e-14, "‖θ‖", result.parameterNorm(), norm);
    assertThat(result.cost().forward()).isEqualTo(objective.cost().forward());
    assertThat(result.cost().gradient()).isEqualTo(objective.cost().gradient());
    long forward = result.values().stream().mapToLong(value -> value.cost().forward()).sum();
    assertThat(result.cost().forward()).as("one more for L(θ)").isEqualTo(forward + 1);
    assertThat(result.value("ball")).isPresent();
    assertThat(result.value("asam")).isEmpty();
    assertThat(result.measurements())
        .extracting(Measurement::name)
        .containsExactly("sam", "gaussian", "ball");
    assertThat(result.measurements().get(1).uncertainty()).isPositive();
    assertThat(result.measurements().get(1).uncertaintyKind())
        .isEqualTo("standard error over draws");
  }

  @Test
  void theCostsAreThoseDocumented() {
    SharpnessResult result =
        probe("ball-sampled", "gaussian", "ball")
            .measure(QUADRATIC.objective(), ExecutionOptions.defaults());
    assertThat(result.values().get(0).cost().forward()).isEqualTo(20);
    assertThat(result.values().get(1).cost().forward()).isEqualTo(20);
    assertThat(result.values().get(2).cost().forward()).isEqualTo(21);
    assertThat(result.values().get(2).cost().gradient()).isLessThanOrEqualTo(64);
  }

  @Test
  void valuesDoNotDependOnWorkers() {
    List<SharpnessValue> one = values(1);
    List<SharpnessValue> three = values(3);
    for (int i = 0; i < one.size(); i++) {
      assertThat(three.get(i).value()).isEqualTo(one.get(i).value());
      assertThat(three.get(i).error()).isEqualTo(one.get(i).error());
      assertThat(three.get(i).details()).isEqualTo(one.get(i).details());
    }
  }

  private static List<SharpnessValue> values(int workers) {
    return probe(all())
        .measure(QUADRATIC.objective(), ExecutionOptions.defaults().withWorkers(workers))
        .values();
  }

  @Test
  void aCancelledRunKeepsWhatIsFinished() {
    Cancellation cancellation = new Cancellation();
    ExecutionOptions options =
        ExecutionOptions.defaults()
            .withCancellation(cancellation)
            .withListener(
                (activity, done, total) -> {
                  if (done > 200) {
                    cancellation.request();
                  }
                });
    SharpnessResult result =
        probe("sam", "gaussian", "ball").measure(QUADRATIC.objective(), options);
    assertThat(result.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(result.values())
        .extracting(SharpnessValue::measure)
        .containsExactly("sam", "gaussian");
  }

  @Test
  void aMeasureIsCancelledInTheMiddle() {
    for (String name : List.of("gaussian", "ball", "keskar-subspace")) {
      Cancellation cancellation = new Cancellation();
      ExecutionOptions options =
          ExecutionOptions.defaults()
              .withCancellation(cancellation)
              .withListener(
                  (activity, done, total) -> {
                    if (done > 100) {
                      cancellation.request();
                    }
                  });
      SharpnessResult result = probe("sam", name).measure(QUADRATIC.objective(), options);
      assertThat(result.outcome()).isEqualTo(Outcome.CANCELLED);
      assertThat(result.values()).extracting(SharpnessValue::measure).containsExactly("sam");
      assertThat(result.cost().forward()).isLessThan(12);
    }
  }

  @Test
  void progressRises() {
    List<Long> heard = new ArrayList<>();
    ExecutionOptions options =
        ExecutionOptions.defaults()
            .withListener(
                (activity, done, total) -> {
                  assertThat(activity).isEqualTo("sharpness");
                  assertThat(total).isEqualTo(300);
                  heard.add(done);
                });
    probe("sam", "gaussian", "ball").measure(QUADRATIC.objective(), options);
    assertThat(heard).isSorted().contains(0L, 100L, 125L, 200L, 300L);
  }

  @Test
  void aRunCancelledBeforeItBeginsHasNothing() {
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    SharpnessResult result =
        probe("sam")
            .measure(
                QUADRATIC.objective(), ExecutionOptions.defaults().withCancellation(cancellation));
    assertThat(result.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(result.values()).isEmpty();
    assertThat(result.loss()).isNaN();
  }

  @Test
  void theOutcomeIsTheWorstOfThoseThatApply() {
    SharpnessMeasure fine = given("fine", SharpnessValue.of("fine", 1));
    SharpnessMeasure spent =
        given("spent", SharpnessValue.of("spent", 1).withOutcome(Outcome.BUDGET_EXHAUSTED));
    SharpnessMeasure broken = given("broken", SharpnessValue.of("broken", Double.NaN));
    SharpnessMeasure lacking = given("lacking", SharpnessValue.notApplicable("lacking", "no"));
    assertThat(outcome(fine)).isEqualTo(Outcome.CONVERGED);
    assertThat(outcome(fine, lacking)).isEqualTo(Outcome.CONVERGED);
    assertThat(outcome(spent, fine, lacking)).isEqualTo(Outcome.BUDGET_EXHAUSTED);
    assertThat(outcome(spent, broken)).isEqualTo(Outcome.NON_FINITE);
    assertThat(outcome(lacking)).isEqualTo(Outcome.NOT_APPLICABLE);
  }

  private static Outcome outcome(SharpnessMeasure... measures) {
    return new SharpnessProbe(List.of(measures))
        .measure(QUADRATIC.objective(), ExecutionOptions.defaults())
        .outcome();
  }

  private static SharpnessMeasure given(String name, SharpnessValue value) {
    return new SharpnessMeasure() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public SharpnessValue measure(SharpnessPoint point) {
        return value;
      }
    };
  }

  @Test
  void everyVectorIsClosedAndThetaIsLeftAlone() {
    TrackedObjective objective = new TrackedObjective(QUADRATIC.objective());
    try (Vector theta = objective.parameters()) {
      SharpnessResult result = probe(all()).measure(objective, theta, ExecutionOptions.defaults());
      assertThat(result.values()).hasSize(all().length);
      assertThat(theta.toArray()).containsExactly(QUADRATIC.point());
      assertThat(objective.space().open()).as("θ alone").isEqualTo(1);
    }
  }

  @Test
  void optionsThatCannotBeUsedAreRefused() {
    SharpnessOptions usual = SharpnessOptions.defaults();
    assertThatThrownBy(() -> usual.withRadius(-1)).isInstanceOf(ThalwegException.class);
    assertThatThrownBy(() -> usual.withRadius(Double.POSITIVE_INFINITY))
        .isInstanceOf(ThalwegException.class);
    assertThatThrownBy(() -> usual.withDraws(0)).isInstanceOf(ThalwegException.class);
    assertThatThrownBy(() -> usual.withIterations(0)).isInstanceOf(ThalwegException.class);
    assertThatThrownBy(() -> usual.withRestarts(0)).isInstanceOf(ThalwegException.class);
    assertThatThrownBy(() -> usual.withTolerance(Double.NaN)).isInstanceOf(ThalwegException.class);
    assertThatThrownBy(() -> usual.withSubspace(0)).isInstanceOf(ThalwegException.class);
    assertThatThrownBy(() -> usual.withBatch(-1)).isInstanceOf(ThalwegException.class);
  }
}
