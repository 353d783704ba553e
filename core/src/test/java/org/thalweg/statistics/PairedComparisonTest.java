package org.thalweg.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.thalweg.statistics.Agreement.agrees;
import static org.thalweg.statistics.Agreement.cell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ThalwegException;

class PairedComparisonTest {
  private static final double[] P = {0.91, 0.93, 0.88, 0.95, 0.90};
  private static final double[] Q = {0.85, 0.90, 0.89, 0.88, 0.86};

  @Test
  void twoCells() {
    PairedComparison comparison = PairedComparison.of("p", P, "q", Q);
    // scipy 1.17.1: stats.ttest_rel(P, Q), .confidence_interval(0.95)
    agrees(comparison.difference(), 0.038, -0.0006714054554821589, 0.07667140545548218);
    agrees(comparison.pValue(), 0.052538171638274934);
    assertThat(comparison.adjustedPValue()).isEqualTo(comparison.pValue());
    // scipy 1.17.1: roots of the noncentral t probability, integrated by quad
    agrees(
        comparison.effect().interval(),
        1.2201064682290779,
        -0.011880390722624807,
        2.3811886183066906);
    assertThat(comparison.count()).isEqualTo(5);
    assertThat(comparison.missing()).isZero();
  }

  @Test
  void theTestCanBeChosen() {
    // The negative difference has the smallest size, so 2 of 2⁵ signs are as extreme on its side.
    for (PairedTest test : List.of(PairedTest.WILCOXON, PairedTest.SIGN_FLIP)) {
      PairedComparison comparison =
          PairedComparison.of("p", P, "q", Q, test, Alternative.GREATER, 0.95);
      agrees(comparison.pValue(), 2 / 32.0);
    }
  }

  @Test
  void seedsArePaired() {
    Map<String, Map<Long, Double>> cells = new LinkedHashMap<>();
    cells.put("p", Map.of(5L, 0.90, 4L, 0.95, 3L, 0.88, 2L, 0.93, 1L, 0.91, 7L, 0.5));
    cells.put("q", Map.of(1L, 0.85, 2L, 0.90, 3L, 0.89, 4L, 0.88, 5L, 0.86, 6L, Double.NaN));
    PairedComparison comparison = Comparisons.allPairs(cells).comparisons().get(0);
    agrees(comparison.pValue(), 0.052538171638274934);
    assertThat(comparison.count()).isEqualTo(5);
    assertThat(comparison.missing()).isEqualTo(2);
  }

  @Test
  void allPairsAreCorrectedTogether() {
    Map<String, Map<Long, Double>> cells = new LinkedHashMap<>();
    cells.put("p", cell(P));
    cells.put("q", cell(Q));
    cells.put("r", cell(0.5, 0.52, 0.49, 0.51, 0.5));
    Comparisons all = Comparisons.allPairs(cells);
    assertThat(all.comparisons())
        .extracting(comparison -> comparison.first() + comparison.second())
        .containsExactly("pq", "pr", "qr");
    double[] adjusted =
        Multiplicity.HOLM.adjust(
            all.comparisons().stream().mapToDouble(PairedComparison::pValue).toArray());
    assertThat(all.comparisons().stream().mapToDouble(PairedComparison::adjustedPValue).toArray())
        .containsExactly(adjusted);
    // The largest of three p-values stays as it is.
    assertThat(adjusted[0]).isEqualTo(all.comparisons().get(0).pValue());
    assertThat(adjusted[1]).isGreaterThan(all.comparisons().get(1).pValue());
  }

  @Test
  void againstAReference() {
    Map<String, Map<Long, Double>> cells = new LinkedHashMap<>();
    cells.put("p", cell(P));
    cells.put("q", cell(Q));
    cells.put("r", cell(0.5, 0.52, 0.49, 0.51, 0.5));
    Comparisons all = Comparisons.against("q", cells, Comparisons.Plan.DEFAULT);
    assertThat(all.comparisons())
        .extracting(comparison -> comparison.first() + comparison.second())
        .containsExactly("pq", "rq");
    agrees(all.comparisons().get(0).difference().estimate(), 0.038);
    assertThat(all.comparisons().get(1).difference().estimate()).isNegative();
    assertThatThrownBy(() -> Comparisons.against("x", cells, Comparisons.Plan.DEFAULT))
        .isInstanceOf(ThalwegException.class)
        .hasMessageContaining("p, q, r");
  }

  @Test
  void equalDifferencesHaveNoYardstick() {
    // Differences of 0.1 up to rounding.
    double[] x = {1000.3, 2.7, 1.1};
    double[] y = {1000.2, 2.6, 1.0};
    PairedComparison comparison = PairedComparison.of("x", x, "y", y);
    assertThat(comparison.pValue()).isNaN();
    assertThat(comparison.effect().value()).isNaN();
    assertThat(comparison.test().note()).contains("do not differ");
    agrees(comparison.difference().estimate(), 0.1);
  }

  @Test
  void cellsWithoutCommonSeeds() {
    Map<String, Map<Long, Double>> cells = Map.of("a", Map.of(1L, 1.0), "b", Map.of(2L, 1.0));
    PairedComparison none = Comparisons.allPairs(cells).comparisons().get(0);
    assertThat(none.count()).isZero();
    assertThat(none.missing()).isEqualTo(2);
    assertThat(none.adjustedPValue()).isNaN();
    assertThat(Comparisons.allPairs(Map.of()).comparisons()).isEmpty();
  }
}
