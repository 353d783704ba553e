package org.thalweg.report.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.thalweg.provenance.Environment;
import org.thalweg.provenance.Provenance;

/** How the study was run: versions, machine, command, seeds. */
final class OriginView {
  private OriginView() {}

  static List<DesignView.Fact> facts(StudyContents contents) {
    List<DesignView.Fact> facts = new ArrayList<>();
    add(facts, "study", contents.study().name());
    add(facts, "scale", contents.study().scale().text());
    add(
        facts,
        "seeds",
        contents.study().seeds().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    add(facts, "seed of the analysis", Long.toString(contents.analysis().seed()));
    contents.provenance().ifPresent(provenance -> add(facts, provenance));
    return facts;
  }

  private static void add(List<DesignView.Fact> facts, Provenance provenance) {
    add(facts, "command", provenance.command());
    provenance.specification().forEach((name, value) -> add(facts, name, String.valueOf(value)));
    provenance
        .seeds()
        .forEach((purpose, seed) -> add(facts, "seed: " + purpose, Long.toString(seed)));
    add(facts, "created", provenance.created());
    add(facts, "data hash", provenance.dataHash());
    add(facts, "Thalweg", provenance.codeVersion());
    Environment machine = provenance.environment();
    add(facts, "Java", machine.java());
    add(facts, "operating system", machine.operatingSystem());
    add(facts, "processor", machine.processor());
    add(facts, "cores", Integer.toString(machine.cores()));
    add(facts, "libtorch", machine.libtorch());
    add(facts, "workers", Integer.toString(machine.workers()));
    add(facts, "precision", machine.precision());
  }

  private static void add(List<DesignView.Fact> facts, String name, String value) {
    boolean known = facts.stream().anyMatch(fact -> fact.name().equals(name));
    if (!known && !value.isBlank()) {
      facts.add(new DesignView.Fact(name, value));
    }
  }
}
