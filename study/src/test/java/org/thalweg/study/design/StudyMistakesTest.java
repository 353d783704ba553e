package org.thalweg.study.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

class StudyMistakesTest {
  static Stream<Mistake> mistakes() {
    return Mistakes.all();
  }

  @Test
  void withoutAMistakeTheFileIsRead() {
    Study study = StudyFile.read("base.yaml", Mistake.BASE, Scale.PAPER);
    assertThat(study.trials()).hasSize(12);
    assertThat(StudyFile.read("base.yaml", Mistake.BASE, Scale.QUICK).trials()).hasSize(8);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void eachNamesItsLineAndTheFix(Mistake mistake) {
    ThalwegException error =
        catchThrowableOfType(
            ThalwegException.class, () -> StudyFile.read("base.yaml", mistake.file(), Scale.PAPER));
    assertThat(error).as(mistake.file()).isNotNull();
    assertThat(error.code()).isEqualTo(ErrorCode.STUDY_FILE);
    assertThat(error.found()).contains("base.yaml:" + mistake.line() + ": ");
    assertThat(error.getMessage()).contains(mistake.words());
    assertThat(error.next()).isNotBlank();
  }
}
