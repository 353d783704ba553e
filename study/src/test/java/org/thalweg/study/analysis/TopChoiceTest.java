package org.thalweg.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TopChoiceTest {
  private static final double[] OUTCOMES = {7, 1, 4, 2};

  @Test
  void oneAtRandomIsTheMean() {
    RankingResult.Regret regret = TopChoice.of(1, OUTCOMES).regret(2);
    assertThat(regret.regret()).isEqualTo(1);
    assertThat(regret.random()).isCloseTo(3.5 - 1, within(1e-12));
    // Two of four are at least as good as 2.
    assertThat(regret.pValue()).isCloseTo(0.5, within(1e-12));
    assertThat(regret.relative()).isCloseTo(1.0 / 6, within(1e-12));
  }

  @Test
  void twoAtRandomByCountingAllSix() {
    RankingResult.Regret regret = TopChoice.of(2, OUTCOMES).regret(4);
    // Best of {1,2} {1,4} {1,7} {2,4} {2,7} {4,7}.
    assertThat(regret.random()).isCloseTo((1 + 1 + 1 + 2 + 2 + 4) / 6.0 - 1, within(1e-12));
    assertThat(regret.pValue()).isCloseTo(1, within(1e-12));
    assertThat(TopChoice.of(2, OUTCOMES).regret(1).pValue()).isCloseTo(0.5, within(1e-12));
    assertThat(TopChoice.of(2, OUTCOMES).regret(2).pValue()).isCloseTo(5.0 / 6, within(1e-12));
  }

  @Test
  void allOfThemCannotMiss() {
    RankingResult.Regret regret = TopChoice.of(4, OUTCOMES).regret(1);
    assertThat(regret.regret()).isEqualTo(0);
    assertThat(regret.random()).isCloseTo(0, within(1e-12));
  }

  @Test
  void equalOutcomesHaveNoRegret() {
    RankingResult.Regret regret = TopChoice.of(1, new double[] {3, 3, 3}).regret(3);
    assertThat(regret.regret()).isEqualTo(0);
    assertThat(regret.relative()).isEqualTo(0);
    assertThat(regret.pValue()).isCloseTo(1, within(1e-12));
  }
}
