package org.thalweg.probe.sharpness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.linalg.Vector;
import org.thalweg.linalg.VectorSpace;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.parameter.ParameterSlice;
import org.thalweg.parameter.ParameterTensor;

/** δᵢ = cᵢuᵢ: every parameter has a scale of its own. */
final class ScaledCoordinates implements Displacement {
  private static final long BYTES = 256L << 20;
  private static final int POINTS = 64;

  private final double[] scale;

  ScaledCoordinates(double[] scale) {
    this.scale = scale;
  }

  /** cᵢ = 1. */
  static ScaledCoordinates plain(Vector theta) {
    double[] scale = new double[theta.dimension()];
    Arrays.fill(scale, 1);
    return new ScaledCoordinates(scale);
  }

  /** cᵢ = |θᵢ| + offset. */
  static ScaledCoordinates magnitudes(Vector theta, double offset) {
    double[] scale = theta.toArray();
    for (int i = 0; i < scale.length; i++) {
      scale[i] = Math.abs(scale[i]) + offset;
    }
    return new ScaledCoordinates(scale);
  }

  /**
   * cᵢ = ‖f‖₂ of the filter f to which parameter i belongs: a slice along dimension 0 of a weight
   * tensor, for a dense layer the weights of one output. |θᵢ| for biases and normalisation.
   */
  static ScaledCoordinates filterNorms(Vector theta, ParameterLayout layout) {
    double[] weights = theta.toArray();
    double[] scale = new double[weights.length];
    for (ParameterTensor tensor : layout.tensors()) {
      if (tensor.kind() == ParameterKind.WEIGHT) {
        tensor.filterSlices().forEach(filter -> fill(scale, filter, filter.norm(weights)));
      } else {
        for (int i = tensor.slice().offset(); i < tensor.slice().end(); i++) {
          scale[i] = Math.abs(weights[i]);
        }
      }
    }
    return new ScaledCoordinates(scale);
  }

  private static void fill(double[] scale, ParameterSlice filter, double norm) {
    Arrays.fill(scale, filter.offset(), filter.end(), norm);
  }

  @Override
  public int dimension() {
    return scale.length;
  }

  @Override
  public double[] pullBack(Vector gradient) {
    return scaled(gradient.toArray());
  }

  @Override
  public Points points(Vector theta, List<double[]> coordinates) {
    List<Vector> perturbations = new ArrayList<>(coordinates.size());
    List<double[]> coefficients = new ArrayList<>(coordinates.size());
    for (int k = 0; k < coordinates.size(); k++) {
      perturbations.add(theta.space().of(scaled(coordinates.get(k).clone())));
      double[] unit = new double[coordinates.size()];
      unit[k] = 1;
      coefficients.add(unit);
    }
    return new Points(new AffineSubspace(theta, perturbations), coefficients, perturbations);
  }

  @Override
  public int block(VectorSpace space) {
    return (int) Math.max(1, Math.min(POINTS, BYTES / (8L * space.dimension())));
  }

  /** Nothing to close: the scale is an array. */
  @Override
  public void close() {}

  private double[] scaled(double[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] *= scale[i];
    }
    return x;
  }
}
