package org.thalweg.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResultViewsTest {
  private static final Pattern ROUTINES =
      Pattern.compile("Object\\.assign\\(Plots, \\{ (.*?) }\\)");

  /** All scripts share one table of drawing routines. */
  @Test
  void noTwoScriptsDrawTheSameKindOfPicture() {
    List<String> routines =
        Stream.concat(Stream.of(TrainingView.SCRIPT), ResultViews.scripts())
            .map(name -> PageResources.text("plots/" + name))
            .flatMap(script -> ROUTINES.matcher(script).results())
            .map((MatchResult match) -> match.group(1))
            .flatMap(names -> Stream.of(names.split(", ")))
            .toList();
    assertThat(routines).doesNotHaveDuplicates();
    List<String> wanted =
        SampleRuns.full("run").results().stream()
            .flatMap(stored -> ResultViews.of(stored.result()).view().plots().stream())
            .map(PlotWords::kind)
            .distinct()
            .toList();
    assertThat(routines).containsAll(wanted);
  }
}
