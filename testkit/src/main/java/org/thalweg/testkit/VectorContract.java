package org.thalweg.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.linalg.VectorSpace;
import org.thalweg.random.RandomStream;

/** What every {@link Vector} must do; a test class extends it and says which space. */
public abstract class VectorContract {
  /** The space under test; any dimension from 2. */
  protected abstract VectorSpace space();

  @Test
  void zerosAreZero() {
    try (Vector zero = space().zeros()) {
      assertThat(zero.toArray()).containsOnly(0.0).hasSize(space().dimension());
      assertThat(zero.norm()).isZero();
      assertThat(zero.dimension()).isEqualTo(space().dimension());
      assertThat(zero.space().precision()).isEqualTo(space().precision());
    }
  }

  @Test
  void componentsAreRoundedToThePrecisionOnce() {
    double[] values = values("rounding");
    try (Vector x = space().of(values);
        Vector y = space().zeros()) {
      assertThat(x.toArray()).containsExactly(rounded(values));
      assertThat(y.set(values).toArray()).containsExactly(rounded(values));
    }
  }

  @Test
  void arraysGoInAndOutByCopy() {
    double[] values = values("copies");
    try (Vector x = space().of(values)) {
      double first = x.toArray()[0];
      values[0] += 1;
      x.toArray()[0] = 99;
      assertThat(x.toArray()[0]).isEqualTo(first);
    }
  }

  @Test
  void operationsWorkInPlaceAndReturnTheSameVector() {
    double[] a = rounded(values("a"));
    double[] b = rounded(values("b"));
    try (Vector x = space().of(a);
        Vector y = space().of(b)) {
      assertThat(x.axpy(0.5, y)).isSameAs(x);
      assertClose(x, combination(1, a, 0.5, b));
      assertThat(x.set(y)).isSameAs(x);
      assertThat(x.toArray()).containsExactly(b);
      assertThat(x.scale(-2)).isSameAs(x);
      assertThat(x.toArray()).containsExactly(combination(-2, b, 0, b));
      assertThat(x.set(a)).isSameAs(x);
      assertThat(x.toArray()).containsExactly(a);
      assertThat(y.toArray()).as("the other vector is left as it is").containsExactly(b);
    }
  }

  @Test
  void aVectorMayMeetItself() {
    double[] a = rounded(values("self"));
    try (Vector x = space().of(a)) {
      assertThat(x.set(x).toArray()).containsExactly(a);
      assertClose(x.axpy(2, x), combination(3, a, 0, a));
    }
  }

  @Test
  void dotProductsAccumulateInFloat64() {
    double[] a = rounded(values("left"));
    double[] b = rounded(values("right"));
    double exact = 0;
    double size = 0;
    for (int i = 0; i < a.length; i++) {
      exact += a[i] * b[i];
      size += Math.abs(a[i] * b[i]);
    }
    try (Vector x = space().of(a);
        Vector y = space().of(b)) {
      assertThat(Math.abs(x.dot(y) - exact)).isLessThanOrEqualTo(1e-13 * size);
      assertThat(x.dot(y)).isEqualTo(y.dot(x));
      RelativeError.atMost(1e-14, "norm", x.norm(), Math.sqrt(x.dot(x)));
    }
  }

  @Test
  void theDotProductIsLinear() {
    double[] a = values("p");
    double[] b = values("q");
    try (Vector x = space().of(a);
        Vector y = space().of(b);
        Vector z = space().of(values("r"));
        Vector sum = x.copy()) {
      sum.axpy(-3, y);
      assertThat(Math.abs(sum.dot(z) - (x.dot(z) - 3 * y.dot(z))))
          .isLessThanOrEqualTo(tolerance() * (x.norm() + 3 * y.norm()) * z.norm());
    }
  }

  @Test
  void aCopyIsIndependent() {
    try (Vector x = space().of(values("original"))) {
      double[] before = x.toArray();
      try (Vector copy = x.copy()) {
        assertThat(copy.toArray()).containsExactly(before);
        copy.scale(2);
      }
      assertThat(x.toArray()).containsExactly(before);
    }
  }

  @Test
  void notANumberAndInfinityPassThrough() {
    double[] values = values("special");
    values[0] = Double.NaN;
    values[1] = Double.POSITIVE_INFINITY;
    try (Vector x = space().of(values)) {
      assertThat(x.norm()).isNaN();
      assertThat(x.toArray()[0]).isNaN();
      assertThat(x.toArray()[1]).isInfinite();
    }
  }

  @Test
  void sizesMustFit() {
    double[] tooLong = new double[space().dimension() + 1];
    assertMismatch(() -> space().of(tooLong));
    try (Vector x = space().zeros()) {
      assertMismatch(() -> x.set(tooLong));
    }
  }

  @Test
  void closingTwiceIsHarmlessAndUsingAClosedVectorIsNot() {
    Vector x = space().of(values("closed"));
    x.close();
    assertThatCode(x::close).doesNotThrowAnyException();
    assertThatThrownBy(x::toArray).isInstanceOf(RuntimeException.class);
    try (Vector y = space().zeros()) {
      assertThatThrownBy(() -> y.dot(x)).isInstanceOf(RuntimeException.class);
      assertThatThrownBy(() -> y.axpy(1, x)).isInstanceOf(RuntimeException.class);
      assertThatThrownBy(() -> y.set(x)).isInstanceOf(RuntimeException.class);
    }
  }

  private static void assertMismatch(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ThalwegException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.DIMENSION_MISMATCH));
  }

  private double[] values(String purpose) {
    return RandomStream.of(7, "vector contract " + purpose).gaussians(space().dimension());
  }

  private double[] rounded(double[] values) {
    double[] rounded = values.clone();
    if (space().precision() == Precision.FLOAT32) {
      for (int i = 0; i < rounded.length; i++) {
        rounded[i] = (float) rounded[i];
      }
    }
    return rounded;
  }

  private double tolerance() {
    return 4 * space().precision().unitRoundoff();
  }

  private void assertClose(Vector actual, double[] expected) {
    RelativeError.atMost(tolerance(), "components", actual.toArray(), expected);
  }

  private static double[] combination(double s, double[] a, double t, double[] b) {
    double[] sum = new double[a.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = s * a[i] + t * b[i];
    }
    return sum;
  }
}
