package org.thalweg.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.DifferentiableObjective;
import org.thalweg.objective.Evaluation;
import org.thalweg.objective.Objective;
import org.thalweg.objective.Restriction;
import org.thalweg.objective.TwiceDifferentiableObjective;
import org.thalweg.parameter.ParameterTensor;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Cost;

/**
 * What every {@link Objective} must do, in the tiers that it has; a test class extends it and says
 * which objective. Finite differences are only asked of smooth objectives: one kink of a ReLU
 * between two points makes them worthless.
 */
public abstract class ObjectiveContract {
  /** A new objective; the contract closes it. */
  protected abstract Objective objective();

  /** Whether finite differences are an oracle. */
  protected boolean smooth() {
    return true;
  }

  /** Step of central differences along a unit direction. */
  protected double step(Precision precision) {
    return precision == Precision.FLOAT64 ? 1e-5 : 1e-2;
  }

  /** Allowed relative error of a derivative against a central difference. */
  protected double tolerance(Precision precision) {
    return precision == Precision.FLOAT64 ? 1e-6 : 5e-2;
  }

  @Test
  void theLayoutDividesAllParameters() {
    try (Objective objective = objective();
        Vector theta = objective.parameters()) {
      assertThat(theta.dimension()).isEqualTo(objective.layout().dimension());
      assertThat(objective.space().dimension()).isEqualTo(objective.layout().dimension());
      int offset = 0;
      for (ParameterTensor tensor : objective.layout().tensors()) {
        assertThat(tensor.offset()).as(tensor.name()).isEqualTo(offset);
        offset += tensor.size();
      }
    }
  }

  @Test
  void parametersAreACopy() {
    try (Objective objective = objective();
        Vector first = objective.parameters()) {
      double[] before = first.toArray();
      first.scale(2).axpy(1, first);
      try (Vector second = objective.parameters()) {
        assertThat(second.toArray()).containsExactly(before);
      }
    }
  }

  @Test
  void evaluatingTwiceGivesTheSameNumberAndLeavesTheta() {
    try (Objective objective = objective();
        Vector theta = objective.parameters()) {
      double[] before = theta.toArray();
      Evaluation first = objective.evaluate(theta);
      assertThat(first.loss()).isFinite();
      assertThat(objective.evaluate(theta)).isEqualTo(first);
      assertThat(theta.toArray()).containsExactly(before);
      try (Vector after = objective.parameters()) {
        assertThat(after.toArray()).containsExactly(before);
      }
    }
  }

  @Test
  void evaluatingElsewhereInBetweenChangesNothing() {
    try (Objective objective = objective();
        Vector theta = objective.parameters();
        Vector elsewhere = objective.parameters();
        Vector step = direction(objective, 0)) {
      Evaluation before = objective.evaluate(theta);
      elsewhere.axpy(0.1, step);
      assertThat(objective.evaluate(elsewhere).loss()).isNotEqualTo(before.loss());
      assertThat(objective.evaluate(theta)).isEqualTo(before);
    }
  }

  @Test
  void manyPointsEqualSinglePointsWhateverTheirCompany() {
    try (Objective objective = objective();
        Vector theta = objective.parameters();
        Vector first = direction(objective, 0);
        Vector second = direction(objective, 1);
        Vector point = objective.space().zeros()) {
      AffineSubspace plane = new AffineSubspace(theta, List.of(first, second));
      List<double[]> coefficients = new ArrayList<>();
      for (double a : new double[] {-1, -0.25, 0, 0.7}) {
        for (double b : new double[] {-0.5, 0, 1}) {
          coefficients.add(new double[] {a, b});
        }
      }
      List<Evaluation> together = objective.evaluate(plane, coefficients);
      double tolerance = objective.space().precision() == Precision.FLOAT64 ? 1e-12 : 1e-6;
      for (int i = 0; i < coefficients.size(); i++) {
        double[] c = coefficients.get(i);
        plane.point(c, point);
        Evaluation single = objective.evaluate(point);
        RelativeError.atMost(tolerance, "loss", together.get(i).loss(), single.loss());
        if (c[0] == 0 && c[1] == 0) {
          assertThat(together.get(i)).as("at the origin").isEqualTo(single);
        }
      }
      try (Restriction restriction = objective.along(plane)) {
        assertThat(restriction.evaluate(coefficients.subList(3, 8)))
            .as("independent of the company")
            .isEqualTo(together.subList(3, 8));
        for (int i = 0; i < coefficients.size(); i++) {
          assertThat(restriction.evaluate(coefficients.subList(i, i + 1)))
              .as("alone")
              .isEqualTo(together.subList(i, i + 1));
        }
      }
      assertThat(objective.evaluate(plane, List.of())).isEmpty();
    }
  }

  @Test
  void aReplicaGivesTheSameNumbersAndCountsIntoTheSameCost() {
    try (Objective objective = objective();
        Vector theta = objective.parameters()) {
      Evaluation expected = objective.evaluate(theta);
      try (Objective replica = objective.replicate();
          Vector same = replica.parameters()) {
        assertThat(same.toArray()).containsExactly(theta.toArray());
        Cost before = objective.cost();
        assertThat(replica.evaluate(same)).isEqualTo(expected);
        assertThat(objective.cost().minus(before)).isEqualTo(new Cost(1, 0, 0, 0));
      }
      assertThat(objective.evaluate(theta)).as("after closing the replica").isEqualTo(expected);
    }
  }

  @Test
  void costIsCounted() {
    try (Objective objective = objective();
        Vector theta = objective.parameters();
        Vector x = direction(objective, 0);
        Vector y = objective.space().zeros()) {
      Cost before = objective.cost();
      objective.evaluate(theta);
      objective.evaluate(
          new AffineSubspace(theta, List.of(x)), List.of(new double[1], new double[1]));
      assertThat(objective.cost().minus(before).forward()).isEqualTo(3);
      if (objective instanceof DifferentiableObjective differentiable) {
        before = objective.cost();
        differentiable.gradient(theta, y);
        assertThat(objective.cost().minus(before).gradient()).isEqualTo(1);
      }
      if (objective instanceof TwiceDifferentiableObjective twice) {
        try (LinearOperator hessian = twice.hessian(theta)) {
          before = objective.cost();
          hessian.apply(x, y);
          assertThat(objective.cost().minus(before).hessianProducts()).isEqualTo(1);
        }
      }
    }
  }

  @Test
  void theGradientIsRepeatableAndLeavesTheta() {
    try (DifferentiableObjective objective = differentiable();
        Vector theta = objective.parameters();
        Vector first = objective.space().zeros();
        Vector second = direction(objective, 0)) {
      double[] before = theta.toArray();
      Evaluation evaluation = objective.gradient(theta, first);
      RelativeError.atMost(
          16 * objective.space().precision().unitRoundoff(),
          "loss beside the gradient",
          evaluation.loss(),
          objective.evaluate(theta).loss());
      assertThat(objective.gradient(theta, second)).isEqualTo(evaluation);
      assertThat(second.toArray()).containsExactly(first.toArray());
      assertThat(theta.toArray()).containsExactly(before);
    }
  }

  @Test
  void theGradientAgreesWithCentralDifferences() {
    assumeTrue(smooth(), "finite differences are no oracle here");
    try (DifferentiableObjective objective = differentiable();
        Vector theta = objective.parameters();
        Vector gradient = objective.space().zeros();
        Vector point = objective.space().zeros()) {
      objective.gradient(theta, gradient);
      double h = step(objective.space().precision());
      for (int round = 0; round < 3; round++) {
        try (Vector u = direction(objective, round)) {
          // A share of the gradient, so that the derivative is not small by chance.
          u.axpy(1 / gradient.norm(), gradient).scale(1 / u.norm());
          double ahead = objective.evaluate(point.set(theta).axpy(h, u)).loss();
          double behind = objective.evaluate(point.set(theta).axpy(-h, u)).loss();
          RelativeError.atMost(
              tolerance(objective.space().precision()),
              "∇L·u against a central difference",
              gradient.dot(u),
              (ahead - behind) / (2 * h));
        }
      }
    }
  }

  @Test
  void hessianProductsAgreeWithDifferencesOfGradients() {
    assumeTrue(smooth(), "finite differences are no oracle here");
    try (TwiceDifferentiableObjective objective = twiceDifferentiable();
        Vector theta = objective.parameters();
        LinearOperator hessian = objective.hessian(theta);
        Vector point = objective.space().zeros();
        Vector ahead = objective.space().zeros();
        Vector behind = objective.space().zeros()) {
      double h = step(objective.space().precision());
      for (int round = 0; round < 3; round++) {
        try (Vector u = direction(objective, round);
            Vector product = hessian.apply(u)) {
          objective.gradient(point.set(theta).axpy(h, u), ahead);
          objective.gradient(point.set(theta).axpy(-h, u), behind);
          ahead.axpy(-1, behind).scale(1 / (2 * h));
          RelativeError.atMost(
              tolerance(objective.space().precision()),
              "Hu against a central difference",
              product.toArray(),
              ahead.toArray());
        }
      }
    }
  }

  @Test
  void theHessianStaysAtItsPoint() {
    try (TwiceDifferentiableObjective objective = twiceDifferentiable();
        Vector theta = objective.parameters();
        Vector x = direction(objective, 0);
        Vector other = objective.parameters();
        LinearOperator hessian = objective.hessian(theta);
        Vector before = hessian.apply(x);
        Vector after = objective.space().zeros()) {
      double[] here = theta.toArray();
      theta.axpy(0.3, x);
      objective.evaluate(theta);
      objective.gradient(theta, other);
      hessian.apply(x, after);
      RelativeError.atMost(
          16 * objective.space().precision().unitRoundoff(),
          "Hx after θ moved on",
          after.toArray(),
          before.toArray());
      try (Vector parameters = objective.parameters()) {
        assertThat(parameters.toArray()).containsExactly(here);
      }
    }
  }

  private DifferentiableObjective differentiable() {
    return tier(DifferentiableObjective.class);
  }

  private TwiceDifferentiableObjective twiceDifferentiable() {
    return tier(TwiceDifferentiableObjective.class);
  }

  private <T extends Objective> T tier(Class<T> type) {
    Objective objective = objective();
    if (!type.isInstance(objective)) {
      objective.close();
    }
    assumeTrue(type.isInstance(objective), "not a " + type.getSimpleName());
    return type.cast(objective);
  }

  /** A unit vector. */
  private static Vector direction(Objective objective, int index) {
    Vector direction =
        objective
            .space()
            .of(
                RandomStream.of(13, "objective contract", index)
                    .gaussians(objective.space().dimension()));
    return direction.scale(1 / direction.norm());
  }
}
