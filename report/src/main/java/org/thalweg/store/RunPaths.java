package org.thalweg.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.thalweg.array.NumericArray;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * Where everything lies in a run folder. Names are always computed here and never taken from a
 * file, so that a manifest cannot point outside its folder.
 */
record RunPaths(Path root, Durability durability) {
  static final String MANIFEST = "manifest.json";
  static final String TRAINING = "training.json";
  static final String HISTORY = "tables/training.csv";
  static final String MEASUREMENTS = "tables/measurements.csv";
  static final String FINAL = "weights/final.npz";
  static final String CHECKPOINT = "weights/checkpoint.npz";

  /** Everything below the root that belongs to a run, except the manifest and the lock. */
  static final List<String> OURS =
      List.of(
          TRAINING, "report.html", "weights", "results", "arrays", "tables", "ledgers", "figures");

  /** Folders in which files are written. */
  static final List<String> FOLDERS =
      List.of(
          "", "weights", "weights/snapshots", "results", "arrays", "tables", "ledgers", "figures");

  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /** Files that survive the end of the machine. */
  RunPaths(Path root) {
    this(root, Durability.MACHINE);
  }

  static String snapshot(long step) {
    return String.format(Locale.ROOT, "weights/snapshots/step-%08d.npz", step);
  }

  static String document(String id) {
    return "results/" + checked(id) + ".json";
  }

  static String arrays(String id) {
    return "arrays/" + checked(id) + ".npz";
  }

  static String table(String id) {
    return "tables/" + checked(id) + ".csv";
  }

  static String ledger(String id) {
    return "ledgers/" + checked(id) + ".ledger";
  }

  Path manifest() {
    return root.resolve(MANIFEST);
  }

  Path lock() {
    return root.resolve(".lock");
  }

  Path at(String name) {
    return root.resolve(name);
  }

  void writeText(String name, String text) {
    AtomicFile.write(at(name), out -> out.write(text.getBytes(StandardCharsets.UTF_8)), durability);
  }

  void writeArrays(String name, Map<String, NumericArray> arrays) {
    ArrayFile.write(at(name), arrays, durability);
  }

  static String checked(String id) {
    if (!ID.matcher(id).matches() || id.equals("training") || id.equals("measurements")) {
      throw ThalwegException.of(ErrorCode.RUN_FOLDER_INVALID)
          .expected("an id of lower-case letters, digits and single hyphens, such as surface-2")
          .found("'" + id + "'")
          .next("choose another id");
    }
    return id;
  }
}
