package org.thalweg.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.thalweg.provenance.Provenance;
import org.thalweg.result.ProbeResult;

/**
 * The files of one result, singly and wherever they are wanted: byte for byte those of a run
 * folder. Each appears whole or not at all; errors as {@link AtomicFile}.
 */
public final class ResultFiles {
  private ResultFiles() {}

  /** The JSON document, see {@link ResultJson}. */
  public static void writeDocument(Path file, StoredResult result) {
    AtomicFile.writeText(file, ResultJson.write(result.result(), result.provenance()));
  }

  /** The arrays as npz. */
  public static void writeArrays(Path file, ProbeResult result) {
    ArrayFile.write(file, ProbeFormats.arrays(result), Durability.MACHINE);
  }

  /** The table as CSV. */
  public static void writeTable(Path file, ProbeResult result) {
    AtomicFile.writeText(file, CsvTable.print(ProbeFormats.table(result)));
  }

  /**
   * The rows of a CSV table by column name; a cell missing at the end of a line has no entry.
   *
   * @param where names the table in errors, which are {@code RUN_FOLDER_INVALID}
   */
  public static List<Map<String, String>> readTable(String text, String where) {
    return CsvTable.parse(text, where);
  }

  /** What stands under {@code "provenance"} of the JSON document. */
  public static String provenance(Provenance provenance) {
    return JsonText.of(ProvenanceJson.write(provenance));
  }
}
