package org.thalweg.study.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.statistics.CorrelationKind;
import org.thalweg.study.analysis.Unit;

/**
 * A planted effect is found, a planted null is not: verdicts on a thousand simulated studies each.
 * A true effect on the border of what is claimed may be decided in 5 % of them; every such verdict
 * is false.
 */
class VerdictSimulationTest {
  private static final int STUDIES = 1000;
  private static final int FEWER = 250;
  private static final int MANY = 5000;
  private static final double LEVEL = 0.05;

  /**
   * The true effect lies on the border: at most 5 % may be decided, and 95 % of intervals cover.
   */
  static List<Scenario> exact() {
    return List.of(
        LevelScenarios.difference(0, 0, Noise.NORMAL, 5),
        LevelScenarios.difference(1, 1, Noise.NORMAL, 5),
        LevelScenarios.difference(0, 0, Noise.NORMAL, 10),
        LevelScenarios.difference(0, 0, Noise.SKEWED, 5),
        LevelScenarios.ratio(1, 1, 5),
        LevelScenarios.ratio(2.5, 2.5, 5),
        LevelScenarios.sharedSeeds(5),
        LevelScenarios.trend(1, 5),
        LevelScenarios.trend(0, Noise.SKEWED, 5),
        LevelScenarios.geometricMean(80, 5),
        LevelScenarios.arithmeticMean(20, Noise.NORMAL, 5),
        LevelScenarios.equivalence(0.5, 0.5, 0.1, 5),
        LevelScenarios.chain(1, 5),
        LevelScenarios.chain(1, 10),
        LevelScenarios.chain(0, 5),
        AssociationScenarios.correlation(
            CorrelationKind.PEARSON, 12, 0, 0, Noise.NORMAL, Unit.CELLS),
        AssociationScenarios.correlation(
            CorrelationKind.PEARSON, 12, 0, 3, Noise.NORMAL, Unit.CELLS),
        AssociationScenarios.correlation(
            CorrelationKind.PEARSON, 12, 0.48, 1, Noise.NORMAL, Unit.CELLS),
        AssociationScenarios.correlation(
            CorrelationKind.PEARSON, 12, 0, 1, Noise.SKEWED, Unit.CELLS),
        AssociationScenarios.correlation(
            CorrelationKind.PEARSON, 1, 0, 0, Noise.NORMAL, Unit.TRIALS),
        AssociationScenarios.correlation(
            CorrelationKind.PEARSON, 12, 0, 3, Noise.NORMAL, Unit.WITHIN),
        AssociationScenarios.correlation(
            CorrelationKind.SPEARMAN, 6, 0, 1, Noise.NORMAL, Unit.CELLS),
        AssociationScenarios.correlation(
            CorrelationKind.SPEARMAN, 12, 0, 1, Noise.SKEWED, Unit.CELLS),
        AssociationScenarios.prediction(false, 12, 1),
        AssociationScenarios.prediction(true, 12, 1),
        AssociationScenarios.agreement(0, 0, 5),
        AssociationScenarios.agreement(0, 0, 10),
        AssociationScenarios.smallestAgreement(5),
        AssociationScenarios.groups(Unit.CELLS, 12, 1),
        AssociationScenarios.share(0.8, 30));
  }

  @ParameterizedTest
  @MethodSource("exact")
  void anEffectOnTheBorderIsSeldomDecided(Scenario scenario) {
    Rates rates = scenario.rates(STUDIES);
    assertThat(rates.anyDecided()).isLessThan(LEVEL + rates.margin(LEVEL));
  }

  @Test
  void ofSeveralTrueNullsSeldomEvenOneIsDecided() {
    Rates rates = LevelScenarios.order(4, 0, Noise.NORMAL, 5).rates(STUDIES);
    assertThat(rates.anyDecided()).isLessThan(LEVEL + rates.margin(LEVEL));
    assertThat(rates.supported()).isLessThan(0.005);
  }

  /** Large effects in the claimed direction. */
  static List<Scenario> planted() {
    return List.of(
        LevelScenarios.difference(4, 0, Noise.NORMAL, 5),
        LevelScenarios.difference(4, 0, Noise.SKEWED, 5),
        LevelScenarios.ratio(20, 1, 5),
        LevelScenarios.order(3, 5, Noise.NORMAL, 5),
        LevelScenarios.trend(2, Noise.NORMAL, 5),
        LevelScenarios.equivalence(0, 0.5, 0.1, 5),
        LevelScenarios.geometricMean(40, 10),
        AssociationScenarios.anyCorrelation(12, 0.9),
        AssociationScenarios.planted(false, 12),
        AssociationScenarios.agreement(0.9, 0, 5));
  }

  @ParameterizedTest
  @MethodSource("planted")
  void aPlantedEffectIsFound(Scenario scenario) {
    Rates rates = scenario.rates(FEWER);
    assertThat(rates.supported()).isGreaterThan(0.8);
    assertThat(rates.contradicted()).isEqualTo(0);
  }

  /** The opposite of what is claimed, or less than it by far. */
  static List<Scenario> opposite() {
    return List.of(
        LevelScenarios.difference(-4, 0, Noise.NORMAL, 5),
        LevelScenarios.difference(0, 4, Noise.NORMAL, 5),
        LevelScenarios.ratio(1, 20, 5),
        LevelScenarios.trend(-2, Noise.NORMAL, 5),
        LevelScenarios.equivalence(1.5, 0.5, 0.1, 5),
        LevelScenarios.geometricMean(200, 5),
        AssociationScenarios.anyCorrelation(12, -0.9),
        AssociationScenarios.agreement(0, 0.6, 5));
  }

  @ParameterizedTest
  @MethodSource("opposite")
  void theOppositeIsContradicted(Scenario scenario) {
    Rates rates = scenario.rates(FEWER);
    assertThat(rates.contradicted()).isGreaterThan(0.8);
    assertThat(rates.supported()).isEqualTo(0);
  }

  /** Where a method is known to promise too much; these are in the documentation. */
  static List<Scenario> misleading() {
    return List.of(
        LevelScenarios.arithmeticMean(20, Noise.SKEWED, 5),
        AssociationScenarios.correlation(
            CorrelationKind.PEARSON, 12, 0, 3, Noise.NORMAL, Unit.TRIALS),
        AssociationScenarios.groups(Unit.TRIALS, 12, 3));
  }

  @ParameterizedTest
  @MethodSource("misleading")
  void whatMisleadsIsKnownToMislead(Scenario scenario) {
    assertThat(scenario.rates(FEWER).anyDecided()).isGreaterThan(2 * LEVEL);
  }

  /** Writes {@code target/simulations.md}, from which the table in the documentation is taken. */
  @Test
  @Tag("slow")
  void thousandsOfStudiesOfEach() throws IOException {
    List<Scenario> orders =
        List.of(
            LevelScenarios.order(4, 0, Noise.NORMAL, 5),
            LevelScenarios.order(4, 0, Noise.SKEWED, 5));
    List<Rates> nulls =
        Stream.of(exact(), orders)
            .flatMap(List::stream)
            .map(scenario -> scenario.rates(MANY))
            .toList();
    Stream<Rates> others =
        Stream.of(planted(), opposite(), misleading())
            .flatMap(List::stream)
            .map(scenario -> scenario.rates(STUDIES));
    String table =
        Stream.concat(nulls.stream(), others).map(Rates::row).collect(Collectors.joining("\n"));
    Files.writeString(
        Path.of("target", "simulations.md"),
        "| simulated | studies | supported | contradicted | any part decided | covered |\n"
            + "|---|---|---|---|---|---|\n"
            + table
            + "\n");
    assertThat(nulls)
        .allSatisfy(
            rates -> assertThat(rates.anyDecided()).isLessThan(LEVEL + rates.margin(LEVEL)));
  }
}
