package org.thalweg.app.request;

import java.nio.file.Path;

/**
 * Writes the results of a run, or the network that it trained, as files for other tools.
 *
 * @param run the run folder; for the network also one of its snapshots, as in {@code run@3}
 * @param format {@code csv}, {@code npz}, {@code h5}, {@code vtp} or {@code json} for results;
 *     {@code torchscript}, {@code safetensors} or {@code weights} (npz) for the network
 * @param destination where the files go; by default the folder {@code export} of the run
 */
public record ExportRequest(Path run, String format, Destination destination) {}
