package org.thalweg.app.request;

import java.nio.file.Path;

/**
 * Writes the results of a run as files for other tools.
 *
 * @param run the run folder
 * @param format {@code csv}, {@code npz}, {@code h5}, {@code vtp} or {@code json}
 * @param destination where the files go; by default the folder {@code export} of the run
 */
public record ExportRequest(Path run, String format, Destination destination) {}
