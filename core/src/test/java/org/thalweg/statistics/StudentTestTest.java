package org.thalweg.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.thalweg.statistics.Agreement.agrees;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StudentTestTest {
  private static final double NAN = Double.NaN;

  /** Hours of extra sleep with two drugs (Student, Biometrika 6, 1908). */
  static final double[] FIRST_DRUG = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};

  static final double[] SECOND_DRUG = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

  @Test
  void studentsOwnExample() {
    // R 4, help page of sleep: t = -4.0621, df = 9, p-value = 0.002833; Welch t = -1.8608,
    // df = 17.776, p-value = 0.07939
    TestResult paired = StudentTest.paired(FIRST_DRUG, SECOND_DRUG, Alternative.TWO_SIDED);
    assertThat(paired.statistic()).isCloseTo(-4.0621, within(5e-5));
    assertThat(paired.degreesOfFreedom()).isEqualTo(9);
    assertThat(paired.pValue()).isCloseTo(0.002833, within(5e-7));
    agrees(paired.estimate().estimate(), -1.58);
    TestResult welch = StudentTest.welch(FIRST_DRUG, SECOND_DRUG, Alternative.TWO_SIDED);
    assertThat(welch.statistic()).isCloseTo(-1.8608, within(5e-5));
    assertThat(welch.degreesOfFreedom()).isCloseTo(17.776, within(5e-4));
    assertThat(welch.pValue()).isCloseTo(0.07939, within(5e-6));
    assertThat(welch.estimate().low()).isCloseTo(-3.3654832, within(5e-8));
    assertThat(welch.estimate().high()).isCloseTo(0.2054832, within(5e-8));
  }

  @Test
  void againstScipy() {
    // scipy 1.17.1: stats.ttest_1samp(x, 0.2), stats.ttest_ind(x, y, equal_var=False)
    double[] x = {0.342, 0.214, 0.087, 0.053, 0.156, 0.124, 0.089, 0.3, 0.21, 0.1, 0.156, 0.4};
    double[] y = {0.11, 0.07, 0.03, 0.035, 0.06, 0.05, 0.03};
    TestResult one = StudentTest.oneSample(x, 0.2, Alternative.TWO_SIDED);
    agrees(one.statistic(), -0.4413156263639121);
    agrees(one.pValue(), 0.6675334818843933);
    agrees(one.estimate(), 2.231 / 12, 0.11567848378906788, 0.25615484954426554);
    TestResult welch = StudentTest.welch(x, y, Alternative.TWO_SIDED);
    agrees(welch.statistic(), 3.88382231314906);
    agrees(welch.degreesOfFreedom(), 13.365198475196326);
    agrees(welch.pValue(), 0.0017931334254954396);
    agrees(welch.estimate().low(), 0.05829628040553313);
    agrees(welch.estimate().high(), 0.20353705292780028);
  }

  @Test
  void oneSidedPValuesAreTheTwoTails() {
    // scipy 1.17.1: stats.ttest_rel(p, q, alternative='greater' | 'less')
    double[] p = {0.91, 0.93, 0.88, 0.95, 0.90};
    double[] q = {0.85, 0.90, 0.89, 0.88, 0.86};
    agrees(StudentTest.paired(p, q, Alternative.GREATER).pValue(), 0.026269085819137467);
    agrees(StudentTest.paired(p, q, Alternative.LESS).pValue(), 0.9737309141808626);
    double[] shifted = {0.95, 0.97, 0.92, 0.99, 0.94};
    assertThat(StudentTest.paired(shifted, q, 0.04, Alternative.GREATER).pValue())
        .isCloseTo(0.026269085819137467, within(1e-12));
    assertThat(StudentTest.welch(shifted, q, 0.04, Alternative.GREATER).pValue())
        .isCloseTo(StudentTest.welch(p, q, Alternative.GREATER).pValue(), within(1e-12));
  }

  @Test
  void degenerateData() {
    TestResult one = StudentTest.oneSample(new double[] {3, NAN}, 0, Alternative.TWO_SIDED);
    assertThat(one.pValue()).isNaN();
    assertThat(one.missing()).isEqualTo(1);
    assertThat(one.note()).contains("fewer than 2");
    assertThat(one.estimate().estimate()).isEqualTo(3);
    assertThat(one.significant(0.05)).isFalse();
    double[] equal = {0.1, 0.1, 0.1};
    TestResult constant = StudentTest.oneSample(equal, 0, Alternative.TWO_SIDED);
    assertThat(constant.pValue()).isNaN();
    assertThat(constant.estimate()).isEqualTo(new Interval(0.1, 0.1, 0.1, 0.95));
    TestResult welch = StudentTest.welch(equal, new double[] {2, 2}, Alternative.TWO_SIDED);
    assertThat(welch.pValue()).isNaN();
    assertThat(welch.note()).contains("do not differ");
    TestResult half = StudentTest.welch(equal, new double[] {2, 3}, Alternative.TWO_SIDED);
    assertThat(half.degreesOfFreedom()).isCloseTo(1, within(1e-12));
    TestResult few = StudentTest.welch(equal, new double[] {2}, Alternative.TWO_SIDED);
    assertThat(few.estimate().estimate()).isCloseTo(-1.9, within(1e-15));
    assertThat(few.pValue()).isNaN();
    assertThat(StudentTest.welch(equal, new double[0], Alternative.LESS).estimate().estimate())
        .isNaN();
  }

  @Test
  void tinyAndHugeValuesHaveTheSameTest() {
    for (double scale : new double[] {1e-140, 1e140}) {
      double[] x = Arrays.stream(FIRST_DRUG).map(v -> v * scale).toArray();
      double[] y = Arrays.stream(SECOND_DRUG).map(v -> v * scale).toArray();
      agrees(
          StudentTest.welch(x, y, Alternative.TWO_SIDED).pValue(),
          StudentTest.welch(FIRST_DRUG, SECOND_DRUG, Alternative.TWO_SIDED).pValue());
    }
  }
}
