package org.thalweg.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.thalweg.array.NumericArray;
import org.thalweg.result.Cost;
import org.thalweg.result.Grid;
import org.thalweg.result.Outcome;
import org.thalweg.result.ProbeResult;
import org.thalweg.result.Values;
import tools.jackson.databind.node.ObjectNode;

/** How the results of one probe look in files. */
interface ProbeFormat<R extends ProbeResult> {
  /** The name of the probe in files, as {@link ProbeResult#probe}. */
  String probe();

  Class<R> type();

  /** What stands under {@code "values"} of the JSON document: everything but outcome and cost. */
  ObjectNode values(R result);

  /** The inverse of {@link #values}. */
  R read(JsonFields values, Outcome outcome, Cost cost);

  /** The same numbers for a spreadsheet. */
  Table table(R result);

  /** The same numbers for NumPy. */
  Map<String, NumericArray> arrays(R result);

  /** A map that keeps the order in which arrays are put in. */
  static Map<String, NumericArray> noArrays() {
    return new LinkedHashMap<>();
  }

  static NumericArray array(Values values) {
    return NumericArray.of(values.toArray(), values.size());
  }

  static NumericArray array(Grid grid) {
    return NumericArray.of(grid.values().toArray(), grid.rows(), grid.columns());
  }
}
