package org.thalweg.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.thalweg.data.DatasetDescriptor;
import org.thalweg.data.DatasetSummary;
import org.thalweg.data.SplitSummary;
import org.thalweg.data.ValueRange;
import org.thalweg.data.fetch.FetchReport;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Data sets in words and as JSON. */
final class DataLines {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final String INDENT = " ".repeat(15);

  private DataLines() {}

  /**
   * What {@code data list} shows.
   *
   * @param named sets that Thalweg knows
   * @param files kinds of files that it reads
   * @param scaling options that every set takes
   */
  static CommandOutput list(
      List<DatasetDescriptor> named,
      List<DatasetDescriptor> files,
      List<DatasetDescriptor.Option> scaling) {
    List<String> lines = new ArrayList<>();
    named.forEach(one -> lines.addAll(lines(one)));
    lines.add("");
    lines.add("Your own files:");
    files.forEach(one -> lines.addAll(lines(one)));
    lines.add("");
    lines.add(
        "Every set also takes, behind a colon or comma, e.g. california:normalize=standardize:");
    scaling.forEach(option -> lines.add(option(option)));
    lines.add("");
    lines.add("Look at one of them with: thalweg data info NAME");
    ObjectNode document = MAPPER.createObjectNode();
    ArrayNode names = document.putArray("data");
    named.forEach(one -> names.add(json(one)));
    ArrayNode kinds = document.putArray("files");
    files.forEach(one -> kinds.add(json(one).put("usage", one.usage())));
    return CommandOutput.complete(lines, Documents.print(document));
  }

  private static List<String> lines(DatasetDescriptor one) {
    List<String> lines = new ArrayList<>();
    String usage = one.usage();
    if (usage.length() < INDENT.length() - 1) {
      lines.add("%-13s  %s".formatted(usage, one.size()));
    } else {
      lines.add(usage);
      lines.add(INDENT + one.size());
    }
    lines.add(INDENT + one.description());
    one.options().forEach(option -> lines.add(option(option)));
    return lines;
  }

  private static String option(DatasetDescriptor.Option option) {
    return "%s%s=%s  %s"
        .formatted(
            INDENT,
            option.name(),
            option.value().isEmpty() ? "…" : option.value(),
            option.meaning());
  }

  private static ObjectNode json(DatasetDescriptor one) {
    ObjectNode node =
        MAPPER
            .createObjectNode()
            .put("name", one.name())
            .put("description", one.description())
            .put("size", one.size())
            .put("licence", one.licence());
    ArrayNode options = node.putArray("options");
    for (DatasetDescriptor.Option option : one.options()) {
      options
          .addObject()
          .put("name", option.name())
          .put("default", option.value())
          .put("meaning", option.meaning());
    }
    return node;
  }

  static CommandOutput describe(DatasetSummary summary) {
    List<String> lines = new ArrayList<>();
    lines.add(summary.name() + "  " + summary.description());
    lines.add("  features  " + summary.featureShape());
    lines.add("  targets   " + summary.targets());
    lines.addAll(split("train", summary.train()));
    lines.addAll(split("test", summary.test()));
    lines.add("  content   " + summary.contentHash());
    ObjectNode document =
        MAPPER
            .createObjectNode()
            .put("name", summary.name())
            .put("description", summary.description());
    ArrayNode shape = document.putArray("featureShape");
    summary.featureShape().forEach(shape::add);
    document.put("targets", summary.targets());
    document.set("train", json(summary.train()));
    document.set("test", json(summary.test()));
    document.put("contentHash", summary.contentHash());
    return CommandOutput.complete(lines, Documents.print(document));
  }

  static CommandOutput fetched(FetchReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        report.downloaded().isEmpty()
            ? report.set() + " is here already: " + report.folder()
            : report.set() + " is now in " + report.folder());
    lines.add("Look at it with: thalweg data info " + report.set());
    ObjectNode document =
        MAPPER
            .createObjectNode()
            .put("name", report.set())
            .put("folder", report.folder().toString());
    ArrayNode downloaded = document.putArray("downloaded");
    report.downloaded().forEach(downloaded::add);
    return CommandOutput.complete(lines, Documents.print(document));
  }

  private static List<String> split(String name, SplitSummary split) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "  %-8s  %,d samples, features %s",
            name,
            split.count(),
            range(split.features())));
    if (!split.classCounts().isEmpty()) {
      lines.add("            per class " + split.classCounts());
    }
    split.targets().ifPresent(targets -> lines.add("            targets " + range(targets)));
    return lines;
  }

  private static String range(ValueRange range) {
    return "from %s to %s, mean %s"
        .formatted(
            Numbers.text(range.minimum()),
            Numbers.text(range.maximum()),
            Numbers.text(range.mean()));
  }

  private static ObjectNode json(SplitSummary split) {
    ObjectNode node = MAPPER.createObjectNode().put("samples", split.count());
    put(node, "features", split.features());
    if (!split.classCounts().isEmpty()) {
      ArrayNode counts = node.putArray("classCounts");
      split.classCounts().forEach(counts::add);
    }
    split.targets().ifPresent(targets -> put(node, "targets", targets));
    return node;
  }

  private static void put(ObjectNode node, String name, ValueRange range) {
    node.putObject(name)
        .put("minimum", range.minimum())
        .put("maximum", range.maximum())
        .put("mean", range.mean());
  }
}
