package org.thalweg.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.Outcome;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The manifest as {@code manifest.json}. */
final class ManifestFile {
  private static final String FORMAT = "thalweg-run";
  private static final int VERSION = 1;

  private ManifestFile() {}

  static void write(RunPaths paths, Manifest manifest) {
    paths.writeText(RunPaths.MANIFEST, Json.print(json(manifest)));
  }

  private static ObjectNode json(Manifest manifest) {
    ObjectNode node =
        Json.object()
            .put("format", FORMAT)
            .put("version", VERSION)
            .put("title", manifest.title())
            .put("created", manifest.created())
            .put("codeVersion", manifest.codeVersion());
    manifest
        .training()
        .ifPresent(
            outcome ->
                node.set(
                    "training",
                    Json.object()
                        .put("outcome", outcome.text())
                        .put("document", RunPaths.TRAINING)
                        .put("table", RunPaths.HISTORY)));
    node.set("weights", weights(manifest));
    ArrayNode results = Json.array();
    manifest.results().forEach(entry -> results.add(result(entry)));
    node.set("results", results);
    return node;
  }

  private static ObjectNode weights(Manifest manifest) {
    ObjectNode weights = Json.object();
    if (manifest.finalWeights()) {
      weights.put("final", RunPaths.FINAL);
    }
    if (manifest.checkpoint()) {
      weights.put("checkpoint", RunPaths.CHECKPOINT);
    }
    ArrayNode snapshots = Json.array();
    for (Snapshot snapshot : manifest.snapshots()) {
      ObjectNode one = Json.object().put("step", snapshot.step());
      one.set("epoch", Json.number(snapshot.epoch()));
      snapshots.add(one.put("file", RunPaths.snapshot(snapshot.step())));
    }
    weights.set("snapshots", snapshots);
    return weights;
  }

  private static ObjectNode result(ResultEntry entry) {
    ObjectNode files =
        Json.object()
            .put("document", RunPaths.document(entry.id()))
            .put("arrays", RunPaths.arrays(entry.id()))
            .put("table", RunPaths.table(entry.id()));
    ObjectNode node =
        Json.object()
            .put("id", entry.id())
            .put("probe", entry.probe())
            .put("outcome", entry.outcome().text());
    node.set("files", files);
    return node;
  }

  static Manifest read(RunPaths paths) {
    Path file = paths.manifest();
    if (!Files.exists(paths.root())) {
      throw ThalwegException.of(ErrorCode.FILE_NOT_FOUND)
          .expected("a run folder at " + paths.root())
          .found("nothing")
          .next("check the name, or make a run with: thalweg train");
    }
    if (!Files.isRegularFile(file)) {
      throw ThalwegException.of(ErrorCode.RUN_FOLDER_INVALID)
          .expected("a folder with a " + RunPaths.MANIFEST + " at " + paths.root())
          .found(Files.isDirectory(paths.root()) ? "a folder without one" : "a file")
          .next("give the folder that thalweg train wrote, or make one with it");
    }
    JsonFields fields = Json.parse(TextFile.read(file), file.toString());
    requireVersion(fields);
    JsonFields weights = fields.object("weights");
    List<Snapshot> snapshots = new ArrayList<>();
    for (JsonFields snapshot : weights.objects("snapshots")) {
      snapshots.add(new Snapshot(snapshot.integer("step"), snapshot.number("epoch")));
    }
    List<ResultEntry> results = new ArrayList<>();
    for (JsonFields result : fields.objects("results")) {
      results.add(
          new ResultEntry(
              RunPaths.checked(result.text("id")),
              result.text("probe"),
              ResultJson.outcome(result)));
    }
    Optional<Outcome> training = fields.optionalObject("training").map(ResultJson::outcome);
    return new Manifest(
        fields.text("title"),
        fields.text("created"),
        fields.text("codeVersion"),
        training,
        weights.has("final"),
        weights.has("checkpoint"),
        snapshots,
        results);
  }

  private static void requireVersion(JsonFields fields) {
    if (!fields.has("format") || !fields.text("format").equals(FORMAT)) {
      throw ThalwegException.of(ErrorCode.RUN_FOLDER_INVALID)
          .expected("\"format\": \"" + FORMAT + "\" in " + fields.where())
          .found("the manifest of something else")
          .next("give the folder that thalweg train wrote");
    }
    long version = fields.integer("version");
    if (version < 1 || version > VERSION) {
      throw ThalwegException.of(ErrorCode.RUN_FOLDER_INVALID)
          .expected("a run folder of version " + VERSION + " at " + fields.where())
          .found("version " + version)
          .next("open it with the version of Thalweg that wrote it, or a newer one");
    }
  }
}
