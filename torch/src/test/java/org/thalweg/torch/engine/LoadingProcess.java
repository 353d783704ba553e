package org.thalweg.torch.engine;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Precision;

/** A process that loads libtorch, computes something and says by its exit code how it went. */
final class LoadingProcess {
  static final int WORKS = 40;
  static final int WRONG = 41;
  static final int REFUSED = 42;

  private LoadingProcess() {}

  public static void main(String[] arguments) {
    System.exit(outcome());
  }

  private static int outcome() {
    try {
      Libtorch.load();
    } catch (ThalwegException first) {
      try {
        Libtorch.load();
      } catch (ThalwegException second) {
        return second.code() == ErrorCode.NATIVE_LIBRARY ? REFUSED : WRONG;
      }
    }
    try (TensorVector x = new TensorSpace(2, Precision.FLOAT32).of(new double[] {3, 4})) {
      return x.scale(2).norm() == 10 ? WORKS : WRONG;
    }
  }
}
