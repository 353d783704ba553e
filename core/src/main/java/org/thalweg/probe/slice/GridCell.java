package org.thalweg.probe.slice;

import java.util.ArrayList;
import java.util.List;

/** A rectangle of grid points between two rows and two columns, ends included. */
record GridCell(int top, int bottom, int left, int right) {
  int middleRow() {
    return (top + bottom) / 2;
  }

  int middleColumn() {
    return (left + right) / 2;
  }

  /** Whether grid points lie between its corners. */
  boolean isDivisible() {
    return bottom - top > 1 || right - left > 1;
  }

  /** The cells that meet in its middle; two where it is one step wide. */
  List<GridCell> parts() {
    List<GridCell> parts = new ArrayList<>(4);
    for (int[] rows : halves(top, bottom)) {
      for (int[] columns : halves(left, right)) {
        parts.add(new GridCell(rows[0], rows[1], columns[0], columns[1]));
      }
    }
    return parts;
  }

  private static List<int[]> halves(int from, int to) {
    int middle = (from + to) / 2;
    return to - from > 1
        ? List.of(new int[] {from, middle}, new int[] {middle, to})
        : List.of(new int[] {from, to});
  }
}
