package org.thalweg.app.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.execution.Cancellation;
import org.thalweg.result.Outcome;
import org.thalweg.study.design.Study;
import org.thalweg.study.observation.Observation;

/** Small studies from beginning to end. */
class StudyUseCaseTest {
  @TempDir private Path folder = Path.of("");

  private StudyOutcome run(Study study, String name) {
    return new StudyUseCase()
        .run(
            new StudyRequest(study, folder.resolve(name), 2, Map.of(), false),
            StudyListener.silent(),
            new Cancellation());
  }

  @Test
  void aStudyGivesARowForEachTrialAndPair() {
    StudyOutcome outcome = run(Studies.sine(List.of(1L, 2L, 3L)), "own");
    assertThat(outcome.outcome()).isEqualTo(Outcome.CONVERGED);
    assertThat(outcome.observations().trials())
        .hasSize(6)
        .allMatch(trial -> trial.state() == Observation.State.COMPLETE)
        .allMatch(trial -> trial.note().isEmpty());
    assertThat(outcome.observations().pairs()).hasSize(4);
  }
}
