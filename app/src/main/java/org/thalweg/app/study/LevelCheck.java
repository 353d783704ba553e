package org.thalweg.app.study;

import java.util.List;
import java.util.Set;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.study.design.Factor;
import org.thalweg.study.design.Study;

/** Whether the cells that a request is restricted to exist. */
final class LevelCheck {
  private LevelCheck() {}

  /** Refuses unknown factors and levels. */
  static void require(StudyRequest request) {
    request.only().forEach((name, levels) -> require(request.study(), name, levels));
  }

  private static void require(Study study, String name, Set<String> levels) {
    List<String> names = study.factors().stream().map(Factor::name).toList();
    Factor factor = study.factor(name).orElseThrow(() -> unknown(names, "factors", name));
    for (String level : levels) {
      if (!factor.levels().contains(level)) {
        throw unknown(factor.levels(), "levels of " + name, level);
      }
    }
  }

  private static ThalwegException unknown(List<String> known, String what, String found) {
    return ThalwegException.of(ErrorCode.UNKNOWN_NAME)
        .expected("--only with one of the %s: %s".formatted(what, String.join(", ", known)))
        .found("'" + found + "'")
        .next("correct --only and try again");
  }
}
