package org.thalweg.torch.script;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.thalweg.linalg.ArraySpace;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.linalg.VectorSpace;
import org.thalweg.objective.Evaluation;
import org.thalweg.objective.TwiceDifferentiableObjective;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.result.Cost;

class SecondDerivativesTest {
  @Test
  void aSymmetricMatrixPasses() {
    assertThatCode(() -> require(new double[][] {{2, 1}, {1, -3}})).doesNotThrowAnyException();
  }

  @Test
  void anAsymmetricMatrixIsRefused() {
    assertThatThrownBy(() -> require(new double[][] {{2, 1}, {1.001, -3}}))
        .hasMessageContaining("TW-4003")
        .hasMessageContaining("round 1");
  }

  @Test
  void aMissingDerivativeIsExplained() {
    RuntimeException missing =
        new RuntimeException("a trace\nderivative for aten::_flash is not implemented\nmore");
    assertThatThrownBy(
            () ->
                require(
                    new Fixed() {
                      @Override
                      public LinearOperator hessian(Vector theta) {
                        throw missing;
                      }
                    }))
        .hasMessageContaining("TW-4003")
        .hasMessageContaining("aten::_flash is not implemented")
        .hasCause(missing);
  }

  private static void require(double[][] matrix) {
    require(
        new Fixed() {
          @Override
          public LinearOperator hessian(Vector theta) {
            return new Matrix(matrix, space());
          }
        });
  }

  /** A matrix that need not be symmetric. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Matrix(double[][] rows, VectorSpace space) implements LinearOperator {
    @Override
    public void apply(Vector x, Vector y) {
      double[] in = x.toArray();
      double[] out = new double[rows.length];
      for (int i = 0; i < out.length; i++) {
        out[i] = rows[i][0] * in[0] + rows[i][1] * in[1];
      }
      y.set(out);
    }
  }

  private static void require(TwiceDifferentiableObjective objective) {
    try (Vector theta = objective.parameters()) {
      SecondDerivatives.require(objective, theta);
    }
  }

  /** Of two parameters; only the Hessian matters. */
  private abstract static class Fixed implements TwiceDifferentiableObjective {
    @Override
    public ParameterLayout layout() {
      return ParameterLayout.builder().add("w", ParameterKind.WEIGHT, 2).build();
    }

    @Override
    public VectorSpace space() {
      return new ArraySpace(2, Precision.FLOAT64);
    }

    @Override
    public Vector parameters() {
      return space().zeros();
    }

    @Override
    public Evaluation evaluate(Vector theta) {
      return Evaluation.exact(0);
    }

    @Override
    public Evaluation gradient(Vector theta, Vector target) {
      return Evaluation.exact(0);
    }

    @Override
    public Cost cost() {
      return Cost.NONE;
    }

    @Override
    public TwiceDifferentiableObjective replicate() {
      return this;
    }
  }
}
