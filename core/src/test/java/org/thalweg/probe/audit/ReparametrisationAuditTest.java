package org.thalweg.probe.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.direction.Normalization;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Evaluation;
import org.thalweg.objective.FunctionObjective;
import org.thalweg.objective.Objective;
import org.thalweg.objective.SmoothFunction;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.result.AuditResult;
import org.thalweg.result.AuditRow;
import org.thalweg.result.AuditVerdict;
import org.thalweg.result.Invariance;
import org.thalweg.result.Outcome;
import org.thalweg.symmetry.NetworkSymmetries;
import org.thalweg.symmetry.Rescaling;
import org.thalweg.symmetry.UnitAxis;
import org.thalweg.symmetry.UnitGroup;

/** On the smallest network there is, L = ½(ab − t)²: one hidden unit, everything in closed form. */
class ReparametrisationAuditTest {
  private static final double A = 1.5;
  private static final double B = 0.8;
  private static final double T = 2;
  private static final int DIRECTIONS = 4000;
  private static final NetworkSymmetries SYMMETRIES =
      new NetworkSymmetries(
          new Product().layout(),
          List.of(
              new UnitGroup(
                  "hidden 1", 1, List.of(UnitAxis.producing("a"), UnitAxis.consuming("b")), true)));

  @Test
  void everyValueIsTheClosedForm() {
    AuditResult result = audit(10, PointMeasures.all());

    assertRow(row(result, "loss"), loss(), loss());
    assertRow(row(result, "parameter norm"), Math.hypot(A, B), Math.hypot(10 * A, B / 10));
    double slope = Math.abs(A * B - T);
    assertRow(
        row(result, "gradient norm"), slope * Math.hypot(A, B), slope * Math.hypot(10 * A, B / 10));
    assertRow(row(result, "largest eigenvalue"), largest(A, B), largest(10 * A, B / 10));
    assertThat(result.outcome()).isEqualTo(Outcome.CONVERGED);
  }

  @Test
  void onlyTheLossOfThemStays() {
    AuditResult result = audit(10, PointMeasures.all());

    assertThat(result.rows())
        .extracting(AuditRow::verdict)
        .containsExactly(
            AuditVerdict.STAYED, AuditVerdict.MOVED, AuditVerdict.MOVED, AuditVerdict.MOVED);
    assertThat(row(result, "loss").ratio()).isCloseTo(1, within(1e-12));
  }

  @Test
  void theTraceIsThatOfTheClosedForm() {
    AuditResult result = audit(3, List.of(new RandomCurvature(Normalization.NONE, DIRECTIONS, 5)));

    AuditRow trace = result.rows().get(0);
    // dᵀHd of Gaussian d has the variance 2 tr H².
    assertTrace(trace.before(), A, B);
    assertTrace(trace.after(), 3 * A, B / 3);
    assertThat(trace.verdict()).isEqualTo(AuditVerdict.MOVED);
  }

  private static void assertTrace(double found, double a, double b) {
    double mixed = 2 * a * b - T;
    double squares = Math.pow(a, 4) + Math.pow(b, 4) + 2 * mixed * mixed;
    assertThat(found).isCloseTo(a * a + b * b, within(4 * Math.sqrt(2 * squares / DIRECTIONS)));
  }

  @Test
  void normalisedCurvatureStaysDrawByDraw() {
    for (Normalization normalization :
        List.of(Normalization.FILTER, Normalization.LAYER, Normalization.WEIGHT)) {
      AuditRow row = audit(10, List.of(new RandomCurvature(normalization, 3, 5))).rows().get(0);

      assertThat(row.after()).isCloseTo(row.before(), within(1e-8 * Math.abs(row.before())));
      assertThat(row.verdict()).isEqualTo(AuditVerdict.STAYED);
    }
  }

  @Test
  void aClaimThatIsFalseIsFoundOut() {
    AuditedMeasure boaster = measure("boaster", Invariance.UNITS, Vector::norm);

    AuditRow row = audit(2, List.of(boaster)).rows().get(0);

    assertThat(row.verdict()).isEqualTo(AuditVerdict.VIOLATED);
  }

  @Test
  void aChangeWithinTheUncertaintyIsNone() {
    AuditedMeasure vague =
        new AuditedMeasure() {
          @Override
          public String name() {
            return "vague";
          }

          @Override
          public Invariance invariance() {
            return Invariance.NONE;
          }

          @Override
          public Reading read(Objective objective, Vector theta, ExecutionOptions options) {
            return new Reading(theta.norm(), 1);
          }
        };

    AuditRow row = audit(2, List.of(vague)).rows().get(0);

    assertThat(row.tolerance()).isCloseTo(3 * Math.sqrt(2), within(1e-5));
    assertThat(row.verdict()).isEqualTo(AuditVerdict.UNSEEN);
  }

  @Test
  void whatAnObjectiveCannotGiveIsSaidAndSpoilsNothing() {
    Objective valueOnly =
        FunctionObjective.of(new double[] {A, B}, t -> Math.pow(t[0] * t[1] - T, 2) / 2);
    // A plain function has one tensor of shape (1, 2), the first entry of which is the hidden unit.
    NetworkSymmetries none = new NetworkSymmetries(valueOnly.layout(), List.of());
    AuditResult result =
        new ReparametrisationAudit(
                List.of(new Rescaling("nothing", false, List.of())), PointMeasures.all())
            .measure(valueOnly, none, ExecutionOptions.defaults());

    assertThat(row(result, "gradient norm").verdict()).isEqualTo(AuditVerdict.MISSING);
    assertThat(row(result, "gradient norm").reason()).contains("gradient");
    assertThat(row(result, "loss").verdict()).isEqualTo(AuditVerdict.STAYED);
    assertThat(result.outcome()).isEqualTo(Outcome.CONVERGED);
    assertThat(result.count(AuditVerdict.MISSING)).isEqualTo(2);
  }

  @Test
  void aCancelledAuditKeepsTheMeasuresThatWereFinished() {
    Cancellation cancellation = new Cancellation();
    List<Long> progress = new ArrayList<>();
    ExecutionOptions options =
        ExecutionOptions.defaults()
            .withCancellation(cancellation)
            .withListener(
                (activity, done, total) -> {
                  progress.add(done);
                  assertThat(total).isEqualTo(8);
                  if (done == 3) {
                    cancellation.request();
                  }
                });

    AuditResult result =
        new ReparametrisationAudit(List.of(Rescaling.layer(SYMMETRIES, 2)), PointMeasures.all())
            .measure(objective(), SYMMETRIES, options);

    assertThat(result.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(result.measures()).containsExactly("loss");
    assertThat(progress).containsExactly(1L, 2L, 3L);
  }

  @Test
  void countsWhatItCost() {
    AuditResult result = audit(2, List.of(PointMeasures.all().get(0), PointMeasures.all().get(2)));

    assertThat(result.cost().forward()).isEqualTo(2);
    assertThat(result.cost().gradient()).isEqualTo(2);
  }

  private static AuditedMeasure measure(
      String name, Invariance invariance, java.util.function.ToDoubleFunction<Vector> value) {
    return new AuditedMeasure() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Invariance invariance() {
        return invariance;
      }

      @Override
      public Reading read(Objective objective, Vector theta, ExecutionOptions options) {
        return Reading.exact(value.applyAsDouble(theta));
      }
    };
  }

  private static AuditResult audit(double factor, List<AuditedMeasure> measures) {
    return new ReparametrisationAudit(List.of(Rescaling.layer(SYMMETRIES, factor)), measures)
        .measure(objective(), SYMMETRIES, ExecutionOptions.defaults());
  }

  private static Objective objective() {
    return FunctionObjective.of(new Product(), new double[] {A, B});
  }

  private static AuditRow row(AuditResult result, String measure) {
    return result.rows().stream()
        .filter(row -> row.measure().equals(measure))
        .findFirst()
        .orElseThrow();
  }

  private static void assertRow(AuditRow row, double before, double after) {
    assertThat(row.before()).isCloseTo(before, within(1e-9 * before));
    assertThat(row.after()).isCloseTo(after, within(1e-9 * after));
  }

  private static double loss() {
    return Math.pow(A * B - T, 2) / 2;
  }

  private static double largest(double a, double b) {
    double mean = (a * a + b * b) / 2;
    double half = (a * a - b * b) / 2;
    return mean + Math.hypot(half, 2 * a * b - T);
  }

  /** L = ½(ab − t)². */
  private static final class Product implements SmoothFunction {
    @Override
    public ParameterLayout layout() {
      return ParameterLayout.builder()
          .add("a", ParameterKind.WEIGHT, 1, 1)
          .add("b", ParameterKind.WEIGHT, 1, 1)
          .build();
    }

    @Override
    public Evaluation evaluate(double[] theta) {
      return Evaluation.exact(Math.pow(theta[0] * theta[1] - T, 2) / 2);
    }

    @Override
    public double[] gradient(double[] theta) {
      double slope = theta[0] * theta[1] - T;
      return new double[] {slope * theta[1], slope * theta[0]};
    }

    @Override
    public double[] hessianProduct(double[] theta, double[] v) {
      double mixed = 2 * theta[0] * theta[1] - T;
      return new double[] {
        theta[1] * theta[1] * v[0] + mixed * v[1], mixed * v[0] + theta[0] * theta[0] * v[1]
      };
    }
  }
}
