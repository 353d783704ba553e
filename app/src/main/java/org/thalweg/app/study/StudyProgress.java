package org.thalweg.app.study;

import java.util.List;

/**
 * How far a study has come.
 *
 * @param cells in the order of the design
 * @param workers what each does at the moment; empty texts for idle ones
 * @param done trials and pairs that are over, failed ones included
 * @param total trials and pairs
 * @param secondsLeft NaN while nothing can be said
 */
public record StudyProgress(
    List<CellProgress> cells, List<String> workers, int done, int total, double secondsLeft) {
  public StudyProgress {
    cells = List.copyOf(cells);
    workers = List.copyOf(workers);
  }

  /**
   * One cell.
   *
   * @param name e.g. {@code deep · adam}
   * @param done trials that are over, failed ones not included
   * @param failed trials
   * @param running trials
   * @param total trials
   */
  public record CellProgress(String name, int done, int failed, int running, int total) {}
}
