package org.thalweg.study.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrialIdentityTest {
  private static final String PLAIN = "training: {data: digits, net: mlp:8, optimizer: sgd}";

  private static TrainingPlan plan(String training) {
    return StudyFile.read("s.yaml", "thalweg-study: 1\nname: s\n" + training, Scale.QUICK)
        .cells()
        .get(0)
        .training();
  }

  @Test
  void theSamePlanAndSeedHaveTheSameId() {
    String id = TrialIdentity.of(plan(PLAIN), 1);
    assertThat(id).matches("[0-9a-f]{12}");
    assertThat(TrialIdentity.of(plan(PLAIN), 1)).isEqualTo(id);
    String spelled =
        "training: {batch: 128, epochs: 5, net: 'mlp:8', data: digits, optimizer: sgd, loss: auto}";
    assertThat(TrialIdentity.of(plan(spelled), 1)).isEqualTo(id);
  }

  @Test
  void anythingElseHasAnother() {
    List<String> others =
        List.of(
            "data: iris",
            "net: mlp:9",
            "activation: tanh",
            "loss: cross-entropy",
            "optimizer: adam",
            "lr: 0.3",
            "weight-decay: 0.1",
            "batch: 64",
            "samples: 64",
            "epochs: 6",
            "until-accuracy: 0.5",
            "record-every: 5",
            "snapshots: true",
            "precision: float64",
            "optimizer: momentum",
            "optimizer: momentum, momentum: 0.5",
            "data: 'digits:normalize=scale'");
    Set<String> ids = new HashSet<>();
    ids.add(TrialIdentity.of(plan(PLAIN), 1));
    ids.add(TrialIdentity.of(plan(PLAIN), 2));
    for (String other : others) {
      String key = other.substring(0, other.indexOf(':'));
      String rest =
          List.of("data: digits", "net: mlp:8", "optimizer: sgd").stream()
              .filter(option -> !option.startsWith(key + ":"))
              .reduce(other, (a, b) -> a + ", " + b);
      ids.add(TrialIdentity.of(plan("training: {" + rest + "}"), 1));
    }
    assertThat(ids).hasSize(others.size() + 2);
  }

  /** The parts are kept apart, whatever they consist of. */
  @Test
  void partsDoNotRunTogether() {
    assertThat(TrialIdentity.of(plan("training: {data: 'a\\n3:b', net: c}"), 1))
        .isNotEqualTo(TrialIdentity.of(plan("training: {data: a, net: 'b\\nc'}"), 1));
  }

  @Test
  void trialsOfDifferentStudiesMeet() {
    String one = "thalweg-study: 1\nname: one\n" + PLAIN + "\nfactors: {batch: [8, 16]}";
    String two =
        "thalweg-study: 1\nname: two\n" + PLAIN + "\nfactors: {size: {levels: {x: {batch: 16}}}}";
    List<String> first =
        StudyFile.read("one.yaml", one, Scale.QUICK).trials().stream().map(Trial::id).toList();
    List<String> second =
        StudyFile.read("two.yaml", two, Scale.PAPER).trials().stream().map(Trial::id).toList();
    assertThat(first).hasSize(10).doesNotHaveDuplicates().containsAll(second);
  }
}
