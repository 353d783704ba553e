package org.thalweg.symmetry;

import org.thalweg.parameter.ParameterTensor;

/**
 * A unit axis as arithmetic on θ: the tensor seen as outer × units × inner, row-major.
 *
 * @param offset of the tensor in θ
 * @param size of the tensor
 * @param sign 1 where units are produced, −1 where they are consumed
 */
record UnitPlace(int offset, int size, int outer, int units, int inner, int sign) {
  static UnitPlace of(UnitAxis axis, ParameterTensor tensor, int units) {
    int outer = 1;
    for (int i = 0; i < axis.axis(); i++) {
      outer *= tensor.shape().get(i);
    }
    int inner = tensor.size() / outer / units;
    int sign = axis.flow() == UnitAxis.Flow.PRODUCES ? 1 : -1;
    return new UnitPlace(tensor.offset(), tensor.size(), outer, units, inner, sign);
  }

  /** Where the numbers of a unit in one outer row begin. */
  int start(int row, int unit) {
    return offset + (row * units + unit) * inner;
  }

  boolean sameTensor(UnitPlace other) {
    return offset == other.offset;
  }

  /** Unit i becomes what was unit permutation(i). */
  void permute(double[] theta, Permutation permutation) {
    double[] before = new double[units * inner];
    for (int row = 0; row < outer; row++) {
      System.arraycopy(theta, start(row, 0), before, 0, before.length);
      for (int unit = 0; unit < units; unit++) {
        System.arraycopy(before, permutation.at(unit) * inner, theta, start(row, unit), inner);
      }
    }
  }

  /** The numbers of unit i are multiplied by factorᵢ where it is produced, divided elsewhere. */
  void rescale(double[] theta, double[] factors) {
    for (int row = 0; row < outer; row++) {
      for (int unit = 0; unit < units; unit++) {
        int start = start(row, unit);
        for (int i = start; i < start + inner; i++) {
          theta[i] = sign > 0 ? theta[i] * factors[unit] : theta[i] / factors[unit];
        }
      }
    }
  }

  /** gain[i][j] += ⟨numbers of unit i in a, numbers of unit j in b⟩. */
  void addGains(double[] a, double[] b, double[][] gain) {
    for (int row = 0; row < outer; row++) {
      for (int i = 0; i < units; i++) {
        addGains(a, b, row, i, gain[i]);
      }
    }
  }

  private void addGains(double[] a, double[] b, int row, int i, double[] gains) {
    int own = start(row, i);
    int other = start(row, 0);
    if (inner == 1) {
      double value = a[own];
      for (int j = 0; j < units; j++) {
        gains[j] += value * b[other + j];
      }
      return;
    }
    for (int j = 0; j < units; j++, other += inner) {
      double sum = 0;
      for (int k = 0; k < inner; k++) {
        sum += a[own + k] * b[other + k];
      }
      gains[j] += sum;
    }
  }

  /** ⟨a, b⟩ over the whole tensor. */
  double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = offset; i < offset + size; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
