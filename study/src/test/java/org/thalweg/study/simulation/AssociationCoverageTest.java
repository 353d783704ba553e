package org.thalweg.study.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.thalweg.study.analysis.AssociationResult;
import org.thalweg.study.analysis.Estimate;
import org.thalweg.study.analysis.StudyAnalysis;
import org.thalweg.study.design.AnalysisPlan;

/**
 * How often the intervals of correlations cover the truth, 0.5 between cells, within cells and over
 * all. Bootstrap intervals miss more often than they say when there are few cells; that is written
 * in the documentation, and verdicts do not use them.
 */
@Tag("slow")
class AssociationCoverageTest {
  private static final double TRUTH = 0.5;
  private static final AnalysisPlan PLAN =
      new AnalysisPlan(
          List.of(),
          List.of(new AnalysisPlan.Association("x", "y", List.of())),
          List.of(),
          List.of(),
          List.of());

  private static double coverage(
      List<AssociationResult> results, Function<AssociationResult, Estimate> estimate) {
    return results.stream()
            .filter(result -> estimate.apply(result).interval().contains(TRUTH))
            .count()
        / (double) results.size();
  }

  private static List<AssociationResult> results(int cells, int studies) {
    return IntStream.range(0, studies)
        .mapToObj(
            i ->
                AssociationScenarios.correlated(i, cells, TRUTH, 1, Noise.NORMAL, 5)
                    .analysis(PLAN)
                    .observe(i))
        .map(observations -> StudyAnalysis.of(observations, 1).associations().get(0))
        .toList();
  }

  @Test
  void bootstrapIntervalsNeedManyCellsFishersDoNot() throws IOException {
    StringBuilder table = new StringBuilder();
    for (int cells : new int[] {4, 12, 36}) {
      List<AssociationResult> results = results(cells, 300);
      double overTrials = coverage(results, AssociationResult::pearson);
      double between = coverage(results, AssociationResult::betweenCells);
      double within = coverage(results, AssociationResult::withinCells);
      table.append(
          String.format(
              Locale.ROOT,
              "| %d cells | %.3f | %.3f | %.3f |%n",
              cells,
              overTrials,
              between,
              within));
      assertThat(between).isGreaterThan(0.91);
      assertThat(within).isGreaterThan(0.91);
      assertThat(overTrials).isGreaterThan(cells < 12 ? 0.5 : 0.8);
    }
    Files.writeString(Path.of("target", "coverage.md"), table);
  }
}
