package org.thalweg.study.design;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What single keys cannot know: whether trainings, probes and analysis fit together. */
final class StudyChecks {
  private final Study study;
  private final YamlMapping file;

  StudyChecks(Study study, YamlMapping file) {
    this.study = study;
    this.file = file;
  }

  void check() {
    study.probes().forEach(this::checkProbe);
    checkKinds();
  }

  private void checkProbe(ProbePlan plan) {
    Place place = plan.places().getOrDefault("", Place.NONE);
    boolean path = plan.probe().equals("trajectory");
    if (path && plan.moment() != Moment.FINAL) {
      throw YamlNode.error(
          place,
          "no 'at:' with a trajectory, which looks at the whole training",
          "at: " + plan.moment().text(),
          "remove 'at:'");
    }
    if (needsSnapshots(plan)) {
      study.cells().stream()
          .filter(cell -> !cell.training().snapshots())
          .findFirst()
          .ifPresent(
              cell -> {
                throw YamlNode.error(
                    place,
                    "snapshots: true in every training, for '%s'".formatted(plan.name()),
                    "none kept in '%s'".formatted(cell.name()),
                    "add  snapshots: true  to 'training:'");
              });
    }
    if (plan.moment() == Moment.EPOCH) {
      study.cells().stream()
          .filter(cell -> plan.epoch() > cell.training().epochs())
          .findFirst()
          .ifPresent(
              cell -> {
                throw YamlNode.error(
                    place,
                    "an epoch within every training",
                    "epoch %s of %d in '%s'"
                        .formatted(plan.epoch(), cell.training().epochs(), cell.name()),
                    "look earlier, or train longer");
              });
    }
  }

  private static boolean needsSnapshots(ProbePlan plan) {
    return plan.probe().equals("trajectory")
        || plan.moment() == Moment.EPOCH
        || Stream.of("direction", "plane")
            .anyMatch(option -> String.valueOf(plan.options().get(option)).contains("pca:"));
  }

  /** Trials have no value of what pairs have, and the other way round. */
  private void checkKinds() {
    Map<String, Boolean> ofPairs = new HashMap<>();
    study.quantities().forEach(one -> ofPairs.put(one.name(), one.ofPairs()));
    Place place = file.find("analysis").map(node -> file.place("analysis")).orElseGet(file::place);
    AnalysisPlan analysis = study.analysis();
    analysis
        .associations()
        .forEach(
            one ->
                same(
                    Stream.concat(Stream.of(one.predictor(), one.outcome()), one.given().stream())
                        .toList(),
                    ofPairs,
                    place));
    analysis
        .agreements()
        .forEach(one -> same(List.of(one.predictor(), one.outcome()), ofPairs, place));
    analysis.rankings().forEach(one -> same(List.of(one.score(), one.outcome()), ofPairs, place));
    analysis
        .scores()
        .forEach(
            one ->
                same(
                    Stream.concat(one.weights().keySet().stream(), Stream.of(one.outcome()))
                        .toList(),
                    ofPairs,
                    place));
  }

  private static void same(List<String> names, Map<String, Boolean> ofPairs, Place place) {
    long kinds = names.stream().map(ofPairs::get).distinct().count();
    if (kinds > 1) {
      throw YamlNode.error(
          place,
          "quantities of trials together, or quantities of pairs together",
          "both: " + String.join(", ", names),
          "compare quantities of pairs between the levels of a factor instead");
    }
  }
}
