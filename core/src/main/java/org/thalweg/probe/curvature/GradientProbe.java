package org.thalweg.probe.curvature;

import java.util.LinkedHashMap;
import java.util.Map;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.DifferentiableObjective;
import org.thalweg.objective.Evaluation;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.parameter.ParameterTensor;
import org.thalweg.result.Cost;
import org.thalweg.result.GradientResult;
import org.thalweg.result.Outcome;

/**
 * The loss and the size of its gradient at a point: how far from stationary the network is.
 *
 * <p>‖∇L(θ)‖₂ of the mean loss, in units of loss per parameter, overall and for each named tensor;
 * the squares of the latter add up to the square of the former. Costs one gradient.
 *
 * <p><b>When it misleads.</b> A small norm is no minimum: saddles and plateaus have it too; the
 * smallest Hessian eigenvalues tell. Like curvature it depends on the parameterisation.
 */
public final class GradientProbe {
  /** Measures at θ. */
  public GradientResult measure(DifferentiableObjective objective, Vector theta) {
    Cost before = objective.cost();
    long start = System.nanoTime();
    try (Vector gradient = objective.space().zeros()) {
      Evaluation evaluation = objective.gradient(theta, gradient);
      double norm = gradient.norm();
      Outcome outcome =
          Double.isFinite(norm) && Double.isFinite(evaluation.loss())
              ? Outcome.CONVERGED
              : Outcome.NON_FINITE;
      double seconds = (System.nanoTime() - start) / 1e9;
      return new GradientResult(
          evaluation.loss(),
          evaluation.lossStandardError(),
          evaluation.accuracy(),
          standardError(evaluation.accuracy(), objective.samples()),
          norm,
          byTensor(objective.layout(), gradient.toArray()),
          outcome,
          objective.cost().minus(before).plus(new Cost(0, 0, 0, seconds)));
    }
  }

  /** Of a share of right answers among independent samples. */
  private static double standardError(double accuracy, int samples) {
    return samples < 2 ? Double.NaN : Math.sqrt(accuracy * (1 - accuracy) / (samples - 1));
  }

  private static Map<String, Double> byTensor(ParameterLayout layout, double[] gradient) {
    Map<String, Double> norms = new LinkedHashMap<>();
    for (ParameterTensor tensor : layout.tensors()) {
      double squares = 0;
      for (int i = tensor.offset(); i < tensor.offset() + tensor.size(); i++) {
        squares += gradient[i] * gradient[i];
      }
      norms.put(tensor.name(), Math.sqrt(squares));
    }
    return norms;
  }
}
