package org.thalweg.app.request;

import java.nio.file.Path;

/**
 * Writes the report of a run folder again, from what is stored there; libtorch is not needed.
 *
 * @param run the run folder
 * @param destination where {@code report.html} and the figures go; by default the run folder
 *     itself, whose report is replaced
 */
public record ReportRequest(Path run, Destination destination) {}
