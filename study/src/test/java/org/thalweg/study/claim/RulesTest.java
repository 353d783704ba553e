package org.thalweg.study.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thalweg.statistics.CorrelationKind;
import org.thalweg.study.analysis.Contrast;
import org.thalweg.study.analysis.Selection;
import org.thalweg.study.analysis.SimulatedStudy;
import org.thalweg.study.analysis.Unit;
import org.thalweg.study.observation.StudyObservations;

/** What each rule looks at, on numbers that can be counted by hand. */
class RulesTest {
  private static final Selection FIRST = new Selection(Map.of("net", List.of("a")));

  private static int network(Map<String, String> levels) {
    return "abc".indexOf(levels.getOrDefault("net", ""));
  }

  /** Networks a, b, c with 1, 2, 4 times a value near 1; two optimizers that change nothing. */
  private static SimulatedStudy study() {
    return new SimulatedStudy()
        .factor("net", "a", "b", "c")
        .factor("optimizer", "sgd", "adam")
        .quantity(
            "lambda",
            (levels, cell, seed, noise) -> Math.pow(2, network(levels) + 0.01 * (seed - 3)))
        .quantity("seed", (levels, cell, seed, noise) -> seed)
        .quantity("twice", (levels, cell, seed, noise) -> 2 * seed)
        .pairs("barrier", (levels, cell, seed, noise) -> seed);
  }

  private static List<Part> parts(DecisionRule rule) {
    return parts(rule, study().observe(1));
  }

  private static List<Part> parts(DecisionRule rule, StudyObservations observations) {
    return rule.parts(new Evaluation(observations, 0.05, 1));
  }

  @Test
  void orderHasAPartForEveryNeighbouringPair() {
    List<String> levels = List.of("a", "b", "c");
    List<Part> neighbours =
        parts(new OrderRule("lambda", "net", levels, false, Contrast.RATIO, Selection.ALL));
    assertThat(neighbours).extracting(Part::what).containsExactly("lambda: b / a", "lambda: c / b");
    assertThat(neighbours.get(0).estimate().estimate()).isCloseTo(2, within(1e-12));
    assertThat(neighbours.get(0).claimed()).isEqualTo(Bounds.above(1));
    assertThat(neighbours.get(0).observations()).isEqualTo(20);
    List<Part> all =
        parts(new OrderRule("lambda", "net", levels, true, Contrast.DIFFERENCE, Selection.ALL));
    assertThat(all)
        .extracting(Part::what)
        .containsExactly("lambda: b − a", "lambda: c − a", "lambda: c − b");
  }

  @Test
  void differenceIsTestedAgainstItsLeastSize() {
    Part part =
        parts(new DifferenceRule("lambda", "net", "c", "a", Contrast.RATIO, 3, Selection.ALL))
            .get(0);
    assertThat(part.estimate().estimate()).isCloseTo(4, within(1e-12));
    assertThat(part.claimed()).isEqualTo(Bounds.above(3));
    assertThat(part.rows()).isEqualTo(5);
    assertThat(part.obstacle()).isEmpty();
  }

  @Test
  void trendIsTheChangeFromLevelToLevel() {
    Part rising = parts(new TrendRule("lambda", "net", true, Contrast.RATIO, Selection.ALL)).get(0);
    assertThat(rising.estimate().estimate()).isCloseTo(2, within(1e-12));
    assertThat(rising.claimed()).isEqualTo(Bounds.above(1));
    Part falling =
        parts(new TrendRule("lambda", "net", false, Contrast.DIFFERENCE, Selection.ALL)).get(0);
    // Slope of 1, 2, 4 is 3/2; times the mean of 2^(0.01(seed − 3)).
    assertThat(falling.estimate().estimate()).isCloseTo(1.5, within(1e-3));
    assertThat(falling.claimed()).isEqualTo(Bounds.below(0));
    assertThat(parts(new TrendRule("lambda", "net", true, Contrast.RATIO, FIRST)).get(0).measured())
        .isFalse();
  }

  @Test
  void equivalenceHasTwoBounds() {
    Part part =
        parts(
                new EquivalenceRule(
                    "lambda", "optimizer", "sgd", "adam", Contrast.RATIO, 1.25, Selection.ALL))
            .get(0);
    assertThat(part.claimed()).isEqualTo(new Bounds(0.8, 1.25));
    assertThat(part.estimate().estimate()).isCloseTo(1, within(1e-12));
    // There is no difference at all in any seed.
    assertThat(part.pValue()).isEqualTo(0);
  }

  @Test
  void meanOfAllCellsOrOfEach() {
    Bounds bounds = new Bounds(0, 5);
    Part all =
        parts(new MeanRule("seed", bounds, Contrast.DIFFERENCE, false, Selection.ALL)).get(0);
    assertThat(all.estimate().estimate()).isCloseTo(3, within(1e-12));
    // The nearest bound counts: 5, at a distance of 2, standard error √0.5.
    double t = 2 / Math.sqrt(0.5);
    double u = t / Math.sqrt(4 + t * t);
    assertThat(all.pValue()).isCloseTo(2 * (0.5 - 0.75 * (u - u * u * u / 3)), within(1e-12));
    List<Part> each =
        parts(new MeanRule("lambda", Bounds.above(1), Contrast.RATIO, true, Selection.ALL));
    assertThat(each).hasSize(6);
    assertThat(each.get(5).what()).isEqualTo("geometric mean of lambda of c · adam");
    assertThat(each.get(5).estimate().estimate()).isCloseTo(4, within(1e-12));
  }

  @Test
  void ofPairsTheRowsAreChained() {
    Part part =
        parts(new MeanRule("barrier", Bounds.above(0), Contrast.DIFFERENCE, false, Selection.ALL))
            .get(0);
    assertThat(part.unit()).isEqualTo("pairs of seeds");
    assertThat(part.rows()).isEqualTo(4);
    assertThat(part.seeds()).isEqualTo(5);
    assertThat(part.obstacle()).isEmpty();
  }

  @Test
  void shareIsAnExactBinomialTest() {
    ShareRule rule = new ShareRule("seed", Bounds.below(4), 0.5, Selection.ALL);
    Part part = parts(rule).get(0);
    assertThat(part.rows()).isEqualTo(30);
    assertThat(part.estimate().estimate()).isEqualTo(0.8);
    // 2·P(X ≥ 24) for 30 tosses of a coin: 768,212 of 2³⁰ ways.
    assertThat(part.pValue()).isCloseTo(2 * 768212 / Math.pow(2, 30), within(1e-12));
  }

  @Test
  void shareOfWhatEveryTrialHas() {
    Part part = parts(new ShareRule("seed", Bounds.above(0), 0.9, FIRST)).get(0);
    assertThat(part.estimate().estimate()).isEqualTo(1);
    assertThat(part.pValue()).isCloseTo(2 * Math.pow(0.9, 10), within(1e-12));
    // Clopper and Pearson: (α/2)^(1/n) below.
    assertThat(part.estimate().low()).isCloseTo(Math.pow(0.025, 0.1), within(1e-9));
  }

  @Test
  void changeIsWithinATrial() {
    Part part =
        parts(
                new ChangeRule(
                    "seed", "twice", Bounds.above(1), Contrast.RATIO, false, Selection.ALL))
            .get(0);
    assertThat(part.what()).isEqualTo("twice / seed");
    assertThat(part.estimate().estimate()).isCloseTo(2, within(1e-12));
    List<Part> each =
        parts(
            new ChangeRule(
                "seed", "twice", Bounds.above(0), Contrast.DIFFERENCE, true, Selection.ALL));
    assertThat(each).hasSize(6);
    assertThat(each.get(0).estimate().estimate()).isCloseTo(3, within(1e-12));
  }

  @Test
  void groupsDivideCellsOrTrials() {
    GroupRule cells =
        new GroupRule(
            "lambda", "lambda", 1.5, 3, Contrast.DIFFERENCE, 0, Unit.CELLS, Selection.ALL);
    Part part = parts(cells).get(0);
    assertThat(part.rows()).isEqualTo(4);
    assertThat(part.estimate().estimate()).isCloseTo(3, within(1e-2));
    GroupRule none =
        new GroupRule(
            "lambda", "lambda", 1.5, 30, Contrast.DIFFERENCE, 0, Unit.CELLS, Selection.ALL);
    assertThat(parts(none).get(0).obstacle())
        .isEqualTo("0 cells above 30 and 2 below 1.5; at least 2 of each are needed");
    GroupRule trials =
        new GroupRule("twice", "seed", 3, 3, Contrast.RATIO, 1, Unit.TRIALS, Selection.ALL);
    Part overTrials = parts(trials).get(0);
    assertThat(overTrials.rows()).isEqualTo(24);
    // √(4·5) over √(1·2).
    assertThat(overTrials.estimate().estimate()).isCloseTo(Math.sqrt(10), within(1e-12));
  }

  private static CorrelationRule correlation(Unit unit, Selection where) {
    return new CorrelationRule(
        "seed", "twice", CorrelationKind.PEARSON, true, 0.5, List.of(), unit, where);
  }

  @Test
  void correlationsCountTheirRows() {
    assertThat(parts(correlation(Unit.TRIALS, Selection.ALL)).get(0).rows()).isEqualTo(30);
    assertThat(parts(correlation(Unit.WITHIN, Selection.ALL)).get(0).rows()).isEqualTo(25);
    Part cells = parts(correlation(Unit.CELLS, FIRST)).get(0);
    assertThat(cells.obstacle()).isEqualTo("a correlation over 2 cells; at least 5 are needed");
  }

  @Test
  void aGivenScoreIsJudgedOnAllAFittedOneOnTheOtherHalf() {
    Map<String, Double> weights = Map.of("seed", 1.0);
    SimulatedStudy one =
        new SimulatedStudy()
            .seeds(20)
            .quantity("seed", (levels, cell, seed, noise) -> seed)
            .quantity("time", (levels, cell, seed, noise) -> 3 * seed + noise.gaussian());
    Part given =
        parts(new PredictionRule(weights, false, "time", 0.5, Selection.ALL), one.observe(1))
            .get(0);
    assertThat(given.rows()).isEqualTo(20);
    Part fitted =
        parts(new PredictionRule(weights, true, "time", 0.5, Selection.ALL), one.observe(1)).get(0);
    assertThat(fitted.rows()).isEqualTo(10);
    assertThat(fitted.estimate().estimate()).isGreaterThan(0.95);
    Part sameCells = parts(new PredictionRule(weights, true, "twice", 0.5, Selection.ALL)).get(0);
    // Six cells are enough for one weight.
    assertThat(sameCells.unit()).isEqualTo("cells");
    PredictionRule two =
        new PredictionRule(Map.of("seed", 1.0, "lambda", 1.0), true, "twice", 0.5, Selection.ALL);
    assertThat(parts(two).get(0).obstacle()).contains("the same settings are in both halves");
  }

  @Test
  void agreementIsOverSeeds() {
    Part part = parts(new AgreementRule("lambda", "lambda", 0, Selection.ALL)).get(0);
    // ψ is 1 along net and 0 along optimizer, where all values are equal.
    assertThat(part.estimate().estimate()).isCloseTo(0.5, within(1e-12));
    assertThat(part.rows()).isEqualTo(5);
    assertThat(part.pValue()).isEqualTo(0.0625);
  }

  @Test
  void whatIsNotThereIsNamed() {
    Part level =
        parts(new DifferenceRule("lambda", "net", "d", "a", Contrast.RATIO, 1, Selection.ALL))
            .get(0);
    assertThat(level.measured()).isFalse();
    assertThat(level.obstacle()).isEqualTo("simulated has no trial with net = d");
    Part quantity =
        parts(new MeanRule("mu", Bounds.above(0), Contrast.DIFFERENCE, true, Selection.ALL)).get(0);
    assertThat(quantity.obstacle()).isEqualTo("no trial of simulated has mu");
    Selection nowhere = new Selection(Map.of("net", List.of("z")));
    assertThat(
            parts(new MeanRule("seed", Bounds.above(0), Contrast.DIFFERENCE, true, nowhere))
                .get(0)
                .obstacle())
        .isEqualTo("simulated has no such trials");
    assertThat(parts(new AgreementRule("mu", "seed", 0, Selection.ALL)).get(0).measured())
        .isFalse();
    assertThat(parts(correlation(Unit.TRIALS, nowhere)).get(0).measured()).isFalse();
  }

  @Test
  void rulesDescribeThemselves() {
    assertThat(
            new OrderRule("lambda", "net", List.of("a", "b"), false, Contrast.RATIO, FIRST)
                .describe())
        .isEqualTo("lambda: a < b, where net = a");
    assertThat(
            new DifferenceRule("s", "net", "b", "a", Contrast.RATIO, 2.5, Selection.ALL).describe())
        .isEqualTo("s: b / a > 2.5");
    assertThat(new Bounds(20, 80).describe()).isEqualTo("20 to 80");
    assertThat(correlation(Unit.CELLS, Selection.ALL).describe())
        .isEqualTo("correlation of seed with twice over cells > 0.5");
    assertThat(new ShareRule("m", Bounds.below(1), 0.8, Selection.ALL).describe())
        .isEqualTo("m at most 1 in at least 80 % of the trials");
  }
}
