package org.thalweg.app.study;

import java.io.IOException;
import java.io.OutputStream;
import org.thalweg.report.study.StudyContents;

/** Writes the page of a study. */
@FunctionalInterface
interface PageWriter {
  void write(StudyContents contents, OutputStream out) throws IOException;
}
