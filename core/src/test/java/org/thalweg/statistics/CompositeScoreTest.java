package org.thalweg.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.thalweg.statistics.Agreement.agrees;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ThalwegException;
import org.thalweg.random.RandomStream;

class CompositeScoreTest {
  private static final List<String> NAMES = List.of("lambda", "sharpness", "inverse entropy");
  private static final List<Double> CLAIMED = List.of(0.3, 0.5, 0.2);

  private static double[] gaussians(int n, String purpose) {
    return RandomStream.of(5, purpose).gaussians(n);
  }

  private static double[] sum(List<double[]> columns, List<Double> weights, double[] noise) {
    return IntStream.range(0, noise.length)
        .mapToDouble(
            i -> {
              double sum = noise[i];
              for (int j = 0; j < weights.size(); j++) {
                sum += weights.get(j) * columns.get(j)[i];
              }
              return sum;
            })
        .toArray();
  }

  private static List<double[]> predictors(int n) {
    return List.of(gaussians(n, "a"), gaussians(n, "b"), gaussians(n, "c"));
  }

  @Test
  void weightsThatHoldExactlyAreFound() {
    List<double[]> x = predictors(40);
    double[] y = sum(x, List.of(2.0, -1.0, 0.5), new double[40]);
    CompositeScore score = score(x, y, CLAIMED);
    assertThat(score.fit().coefficient(1)).isCloseTo(2, within(1e-12));
    assertThat(score.fit().coefficient(2)).isCloseTo(-1, within(1e-12));
    assertThat(score.fittedPearson().coefficient()).isCloseTo(1, within(1e-12));
    agrees(score.fittedSpearman().coefficient(), 1);
    assertThat(score.givenPearson().coefficient()).isLessThan(0.6);
    assertThat(score.gain().interval().low()).isPositive();
    assertThat(score.fit().count()).isEqualTo(20);
    assertThat(score.fittedPearson().count()).isEqualTo(20);
  }

  @Test
  void givenWeightsThatAreRightAreSeldomBeaten() {
    Bootstrap bootstrap = new Bootstrap(200, 1, 0.95, Bootstrap.Method.BCA);
    int beaten = 0;
    for (int set = 0; set < 100; set++) {
      RandomStream random = RandomStream.of(6, "trials", set);
      List<double[]> x = List.of(random.gaussians(60), random.gaussians(60), random.gaussians(60));
      double[] y = sum(x, CLAIMED, random.gaussians(60));
      CompositeScore score =
          CompositeScore.of(
              Trials.of(NAMES, x, y), CLAIMED, Halves.independent(60, set), bootstrap);
      Bootstrapped gain = score.gain();
      beaten += gain.interval().low() > 0 ? 1 : 0;
      agrees(
          gain.interval().estimate(),
          score.fittedPearson().coefficient() - score.givenPearson().coefficient());
      assertThat(score.givenPearson().alternative()).isEqualTo(Alternative.GREATER);
    }
    // At most 2.5 % of two-sided intervals lie above a true value, bootstrap ones a few more.
    assertThat(beaten).isLessThanOrEqualTo(10);
  }

  @Test
  void testRowsDoNotTouchTheFit() {
    List<double[]> x = predictors(40);
    double[] y = sum(x, CLAIMED, gaussians(40, "noise"));
    Halves halves = Halves.independent(40, 1);
    double[] changed = y.clone();
    halves.test().forEach(i -> changed[i] += 100 * i);
    Bootstrap bootstrap = Bootstrap.of(1);
    assertThat(CompositeScore.of(Trials.of(NAMES, x, changed), CLAIMED, halves, bootstrap).fit())
        .isEqualTo(CompositeScore.of(Trials.of(NAMES, x, y), CLAIMED, halves, bootstrap).fit());
  }

  private static CompositeScore score(List<double[]> x, double[] y, List<Double> given) {
    Halves halves = Halves.independent(y.length, 1);
    return CompositeScore.of(Trials.of(NAMES, x, y), given, halves, Bootstrap.of(1));
  }

  @Test
  void tooFewTrials() {
    List<double[]> x = predictors(4);
    CompositeScore score = score(x, gaussians(4, "y"), CLAIMED);
    assertThat(score.fit().fitted()).isFalse();
    assertThat(score.fittedPearson().coefficient()).isNaN();
    assertThat(score.gain().interval().estimate()).isNaN();
    assertThatThrownBy(() -> score(x, gaussians(4, "y"), List.of(1.0)))
        .isInstanceOf(ThalwegException.class)
        .hasMessageContaining("3 predictors");
  }

  @Test
  void strataAreHalvedAndClustersKept() {
    List<Integer> labels = IntStream.range(0, 40).mapToObj(i -> i % 5).toList();
    Halves stratified = Halves.stratified(labels, 3);
    for (int label = 0; label < 5; label++) {
      int wanted = label;
      assertThat(stratified.fit().stream().filter(i -> labels.get(i) == wanted)).hasSize(4);
    }
    Halves clustered = Halves.clustered(labels, 3);
    Set<Integer> common = new HashSet<>(clustered.fit().stream().map(labels::get).toList());
    common.retainAll(clustered.test().stream().map(labels::get).toList());
    assertThat(common).isEmpty();
    for (Halves halves : List.of(stratified, clustered, Halves.independent(40, 3))) {
      List<Integer> all = new ArrayList<>(halves.fit());
      all.addAll(halves.test());
      assertThat(all).containsExactlyInAnyOrderElementsOf(IntStream.range(0, 40).boxed().toList());
    }
    assertThat(Halves.independent(7, 1).fit()).hasSize(4);
    assertThat(Halves.independent(40, 1)).isEqualTo(Halves.independent(40, 1));
    assertThat(Halves.independent(40, 1)).isNotEqualTo(Halves.independent(40, 2));
  }
}
