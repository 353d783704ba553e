package org.thalweg.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.thalweg.study.design.BundledStudies;
import org.thalweg.study.design.Scale;
import org.thalweg.study.design.Study;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The studies that come with Thalweg, with how much there is to train at each scale. */
final class StudyList {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private StudyList() {}

  static CommandOutput output() {
    int width = BundledStudies.names().stream().mapToInt(String::length).max().orElse(0);
    List<String> lines = new ArrayList<>();
    ObjectNode document = MAPPER.createObjectNode();
    ArrayNode all = document.putArray("studies");
    lines.add(("%-" + width + "s  %5s  %5s  %s").formatted("name", "quick", "paper", "title"));
    for (String name : BundledStudies.names()) {
      Map<Scale, Study> scales = BundledStudies.scales(name).orElseThrow();
      Study quick = Objects.requireNonNull(scales.get(Scale.QUICK));
      Study paper = Objects.requireNonNull(scales.get(Scale.PAPER));
      lines.add(
          ("%-" + width + "s  %5d  %5d  %s")
              .formatted(name, quick.trials().size(), paper.trials().size(), quick.title()));
      ObjectNode one = all.addObject();
      one.put("name", name).put("title", quick.title()).put("source", quick.source());
      one.putObject("trials")
          .put("quick", quick.trials().size())
          .put("paper", paper.trials().size());
    }
    lines.add("");
    lines.add("The numbers are trainings at either scale. More: thalweg study NAME --dry-run");
    return CommandOutput.complete(lines, Documents.print(document));
  }
}
