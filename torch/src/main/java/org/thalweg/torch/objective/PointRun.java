package org.thalweg.torch.objective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Consecutive points that differ in their last coefficient only, as those of a row of a grid do:
 * what the other coefficients contribute is the same for all of them.
 *
 * @param start the number of the first among the points of a block
 * @param leading all coefficients but the last
 */
record PointRun(int start, int count, List<Double> leading) {
  static List<PointRun> of(List<double[]> coefficients) {
    List<PointRun> runs = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= coefficients.size(); i++) {
      double[] first = coefficients.get(start);
      if (i == coefficients.size() || !together(first, coefficients.get(i))) {
        runs.add(new PointRun(start, i - start, leading(first)));
        start = i;
      }
    }
    return runs;
  }

  private static boolean together(double[] one, double[] other) {
    int leading = one.length - 1;
    return Arrays.equals(one, 0, leading, other, 0, leading);
  }

  private static List<Double> leading(double[] coefficients) {
    return Arrays.stream(coefficients).limit(coefficients.length - 1L).boxed().toList();
  }
}
