package org.thalweg.direction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.thalweg.linalg.ArraySpace;
import org.thalweg.linalg.Vector;
import org.thalweg.linalg.VectorSpace;
import org.thalweg.objective.DifferentiableObjective;
import org.thalweg.objective.Evaluation;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.result.Cost;

class GradientDirectionTest {
  @Test
  void pointsUphillFromThePointUnderStudy() {
    Direction direction = GradientDirection.of(new HalfSquare());
    assertThat(direction.toArray()).containsExactly(3, -4);
    assertThat(direction).hasToString("gradient");
  }

  /** L = ½‖θ‖² at (3, −4); its gradient is θ. */
  private static final class HalfSquare implements DifferentiableObjective {
    @Override
    public Evaluation gradient(Vector theta, Vector target) {
      target.set(theta);
      return evaluate(theta);
    }

    @Override
    public Evaluation evaluate(Vector theta) {
      return Evaluation.exact(theta.dot(theta) / 2);
    }

    @Override
    public ParameterLayout layout() {
      return ParameterLayout.builder().add("θ", ParameterKind.WEIGHT, 2).build();
    }

    @Override
    public VectorSpace space() {
      return ArraySpace.of(2);
    }

    @Override
    public Vector parameters() {
      return space().of(new double[] {3, -4});
    }

    @Override
    public Cost cost() {
      return Cost.NONE;
    }

    @Override
    public DifferentiableObjective replicate() {
      return this;
    }
  }
}
