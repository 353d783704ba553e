package org.thalweg.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.thalweg.provenance.Environment;
import org.thalweg.provenance.Provenance;
import org.thalweg.store.RunContents;
import org.thalweg.store.StoredResult;

/** How one result arose, as names and values in three groups. */
record ProvenanceView(String id, String command, String created, List<Group> groups) {

  /** Facts of one kind. */
  record Group(String name, List<Fact> facts) {}

  /** A name and its value as text. */
  record Fact(String name, String value) {}

  static List<ProvenanceView> of(RunContents run) {
    List<ProvenanceView> views = new ArrayList<>();
    run.training().ifPresent(training -> views.add(of("training", training.provenance())));
    for (StoredResult stored : run.results()) {
      views.add(of(stored.id(), stored.provenance()));
    }
    return List.copyOf(views);
  }

  private static ProvenanceView of(String id, Provenance provenance) {
    List<Fact> origin =
        List.of(
            new Fact("command", provenance.command()),
            new Fact("created", provenance.created()),
            new Fact("data", orDash(provenance.dataHash())),
            new Fact("weights", orDash(provenance.weightsHash())),
            new Fact("Thalweg", provenance.codeVersion()));
    return new ProvenanceView(
        id,
        provenance.command(),
        provenance.created(),
        List.of(
            new Group("Origin", origin),
            new Group("Options in force", facts(provenance.specification())),
            new Group("Seeds", facts(provenance.seeds())),
            new Group("Machine", machine(provenance.environment()))));
  }

  private static List<Fact> machine(Environment environment) {
    return List.of(
        new Fact("Java", environment.java()),
        new Fact("operating system", environment.operatingSystem()),
        new Fact("processor", environment.processor()),
        new Fact("cores", Integer.toString(environment.cores())),
        new Fact("libtorch", orDash(environment.libtorch())),
        new Fact("workers", Integer.toString(environment.workers())),
        new Fact("precision", environment.precision()));
  }

  private static List<Fact> facts(Map<String, ?> values) {
    return values.entrySet().stream()
        .map(entry -> new Fact(entry.getKey(), String.valueOf(entry.getValue())))
        .toList();
  }

  private static String orDash(String text) {
    return text.isEmpty() ? "—" : text;
  }
}
