package org.thalweg.app.study;

import java.util.List;

/**
 * How much a study is.
 *
 * @param name of the study
 * @param trainings to be done and there
 * @param probes measurements at trials
 * @param paths measurements between trials
 * @param workers trials at the same time
 * @param seconds that what is to be done takes with these workers
 * @param bytes on disk that it takes
 * @param how the time was estimated
 * @param folder of the study
 */
public record StudyEstimate(
    String name,
    Count trainings,
    Count probes,
    Count paths,
    int workers,
    double seconds,
    long bytes,
    List<String> how,
    String folder) {
  public StudyEstimate {
    how = List.copyOf(how);
  }

  /** So many in all, and so many of them there already. */
  public record Count(int total, int there) {}
}
