package org.thalweg.figure;

import java.util.List;
import org.thalweg.result.Grid;

/**
 * A square table of numbers between −1 and 1, such as correlations.
 *
 * @param valueName what the numbers are
 * @param names of rows and columns
 * @param values NaN where there is none
 */
public record LabelledMatrix(String valueName, List<String> names, Grid values) {
  public LabelledMatrix {
    names = List.copyOf(names);
  }

  /** The colour of a number as Plotly wants it: pairs of place, from 0 to 1, and colour. */
  public static List<String> colours() {
    return List.of("#b35806", "#f1a340", "#fee0b6", "#f7f7f7", "#d8daeb", "#998ec3", "#542788");
  }
}
