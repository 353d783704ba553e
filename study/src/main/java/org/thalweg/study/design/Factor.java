package org.thalweg.study.design;

import java.util.List;

/**
 * One axis of a design.
 *
 * @param name as formulas and claims use it, e.g. {@code "network"}
 * @param title for tables and pictures, e.g. {@code "architecture"}
 * @param levels their names, in the order of the file, e.g. {@code shallow, deep, wide, residual}
 * @param ordered whether the order means something (widths, batch sizes), so that trends make sense
 */
public record Factor(String name, String title, List<String> levels, boolean ordered) {
  public Factor {
    levels = List.copyOf(levels);
  }
}
