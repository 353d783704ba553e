package org.thalweg.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.thalweg.app.request.ExportRequest;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.export.ExportFormat;
import org.thalweg.export.Exporter;
import org.thalweg.store.ResultEntry;
import org.thalweg.store.RunFolder;
import org.thalweg.store.StoredResult;

/**
 * Writes every result of a run that a format can hold as one file each, without libtorch; or the
 * trained network itself.
 */
public final class ExportUseCase {
  /**
   * The files, and the ids of results that the format cannot hold.
   *
   * @throws ThalwegException {@code INVALID_OPTION} when it can hold none of them; {@code
   *     FILE_EXISTS} when a file is in the way and is not to be replaced
   */
  public Exported run(ExportRequest request) {
    return WeightsFormat.named(request.format())
        .map(format -> WeightsExport.run(request, format))
        .orElseGet(() -> results(request, format(request.format())));
  }

  private static ExportFormat format(String name) {
    boolean known =
        Arrays.stream(ExportFormat.values())
            .anyMatch(format -> format.extension().equals(name.toLowerCase(Locale.ROOT)));
    if (!known) {
      throw ThalwegException.of(ErrorCode.UNKNOWN_NAME)
          .expected(
              "one of %s for results, or of %s for the network"
                  .formatted(
                      Arrays.stream(ExportFormat.values()).map(ExportFormat::extension).toList(),
                      Arrays.stream(WeightsFormat.values()).map(WeightsFormat::text).toList()))
          .found("'" + name + "'")
          .next("choose one of these with --to");
    }
    return ExportFormat.named(name);
  }

  private static Exported results(ExportRequest request, ExportFormat format) {
    RunFolder run = RunFolder.open(request.run());
    Path folder = request.destination().folder().orElseGet(() -> request.run().resolve("export"));
    List<StoredResult> held = new ArrayList<>();
    List<String> left = new ArrayList<>();
    for (ResultEntry entry : run.results()) {
      StoredResult result = run.result(entry.id());
      if (format.holds(result.result())) {
        held.add(result);
      } else {
        left.add(entry.id());
      }
    }
    if (held.isEmpty()) {
      throw nothing(request, left);
    }
    List<Path> files =
        held.stream()
            .map(result -> folder.resolve(result.id() + "." + format.extension()))
            .toList();
    if (!request.destination().overwrite()) {
      files.stream()
          .filter(Files::exists)
          .findFirst()
          .ifPresent(
              file -> {
                throw exists(file);
              });
    }
    for (int i = 0; i < files.size(); i++) {
      Exporter.export(held.get(i), format, files.get(i));
    }
    return new Exported(files, left);
  }

  static ThalwegException exists(Path file) {
    return ThalwegException.of(ErrorCode.FILE_EXISTS)
        .expected("no file " + file)
        .found("one that is there already")
        .next("add --force to replace it, or choose another folder with --out");
  }

  private static ThalwegException nothing(ExportRequest request, List<String> left) {
    String formats =
        Arrays.stream(ExportFormat.values())
            .map(format -> format.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return ThalwegException.of(ErrorCode.INVALID_OPTION)
        .expected("a result that fits into " + request.format())
        .found(left.isEmpty() ? "no results in " + request.run() : "only " + left)
        .next("measure a slice or surface first, or choose another of " + formats);
  }
}
