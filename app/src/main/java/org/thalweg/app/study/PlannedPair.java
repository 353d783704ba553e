package org.thalweg.app.study;

import java.util.List;
import org.thalweg.app.study.PlannedTrial.PlannedProbe;

/**
 * Two trials of one cell, and what is to be measured between them; results lie with the first.
 *
 * @param paths each a way of connecting the two
 */
record PlannedPair(PlannedTrial first, PlannedTrial second, List<PlannedProbe> paths) {
  PlannedPair {
    paths = List.copyOf(paths);
  }

  String id() {
    return first.id() + "-" + second.id();
  }
}
