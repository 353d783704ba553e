package org.thalweg.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.thalweg.result.Grid;
import org.thalweg.result.Values;

/** Fields over a plane as rows of (α, β, value of each field). */
final class PlaneTable {
  private PlaneTable() {}

  static Table of(Values alpha, Values beta, Map<String, Grid> fields) {
    List<String> names = new ArrayList<>(List.of("alpha", "beta"));
    names.addAll(fields.keySet());
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < alpha.size(); i++) {
      for (int j = 0; j < beta.size(); j++) {
        List<String> row = new ArrayList<>();
        row.add(Table.cell(alpha.get(i)));
        row.add(Table.cell(beta.get(j)));
        for (Grid field : fields.values()) {
          row.add(Table.cell(field.get(i, j)));
        }
        rows.add(row);
      }
    }
    return new Table(names, rows);
  }
}
