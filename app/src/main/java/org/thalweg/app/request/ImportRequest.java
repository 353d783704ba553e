package org.thalweg.app.request;

import java.nio.file.Path;

/**
 * Takes a slice or surface that Thalweg or another tool wrote into a run folder.
 *
 * @param file what to read: .h5, .npz, .csv or .json
 * @param destination the run folder: a new one, or one that the result joins; by default {@code
 *     runs/} and the name of the file
 */
public record ImportRequest(Path file, Destination destination) {}
