package org.thalweg.statistics;

/** Which test of pairs gives the p-value of a comparison. */
public enum PairedTest {
  /** Student's paired t: the only one that can decide with 5 pairs. */
  STUDENT {
    @Override
    TestResult apply(double[] x, double[] y, Alternative alternative) {
      return StudentTest.paired(x, y, alternative);
    }
  },
  /** Wilcoxon's signed ranks; at least 6 pairs for p &lt; 0.05. */
  WILCOXON {
    @Override
    TestResult apply(double[] x, double[] y, Alternative alternative) {
      return WilcoxonSignedRank.paired(x, y, alternative);
    }
  },
  /** Sign flips of the mean difference, seed 0; at least 6 pairs for p &lt; 0.05. */
  SIGN_FLIP {
    @Override
    TestResult apply(double[] x, double[] y, Alternative alternative) {
      return SignFlipTest.paired(x, y, alternative, 0);
    }
  };

  abstract TestResult apply(double[] x, double[] y, Alternative alternative);
}
