package org.thalweg.app.request;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where results go. Results join those that a folder already holds; nothing is replaced unless that
 * is asked for, and a training only by a training.
 *
 * @param folder the folder to write; empty: the use case chooses (a new run folder when training,
 *     the model's own run folder when probing) and says where
 * @param overwrite replace what is already there instead of refusing
 */
public record Destination(Optional<Path> folder, boolean overwrite) {
  public static final Destination DEFAULT = new Destination(Optional.empty(), false);
}
