package org.thalweg.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.thalweg.app.study.StudyEstimate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How much a study is, for a reader and as a document. */
final class EstimateOutput {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private EstimateOutput() {}

  static CommandOutput of(StudyEstimate estimate) {
    List<String> lines = new ArrayList<>();
    lines.add(estimate.name() + ", to " + estimate.folder());
    lines.add(count("trainings", estimate.trainings()));
    lines.add(count("measurements", estimate.probes()));
    if (estimate.paths().total() > 0) {
      lines.add(count("paths between trials", estimate.paths()));
    }
    lines.add(
        "about %s with %d at the same time, %s on disk"
            .formatted(
                Durations.text(estimate.seconds()), estimate.workers(), size(estimate.bytes())));
    estimate.how().forEach(how -> lines.add("  estimated: " + how));
    lines.add("nothing was run; leave out --dry-run to begin");
    return CommandOutput.complete(lines, document(estimate));
  }

  private static String count(String what, StudyEstimate.Count count) {
    return "%,6d %s, %,d of them there already".formatted(count.total(), what, count.there());
  }

  private static String size(long bytes) {
    return bytes < 1_000_000_000
        ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }

  private static String document(StudyEstimate estimate) {
    ObjectNode document = MAPPER.createObjectNode();
    document.put("study", estimate.name()).put("folder", estimate.folder());
    put(document.putObject("trainings"), estimate.trainings());
    put(document.putObject("measurements"), estimate.probes());
    put(document.putObject("paths"), estimate.paths());
    document
        .put("workers", estimate.workers())
        .put("seconds", estimate.seconds())
        .put("bytes", estimate.bytes());
    estimate.how().forEach(document.putArray("estimatedBy")::add);
    return Documents.print(document);
  }

  private static void put(ObjectNode node, StudyEstimate.Count count) {
    node.put("total", count.total()).put("there", count.there());
  }
}
