package org.thalweg.cli;

import java.io.PrintStream;

/**
 * Where a command speaks.
 *
 * @param out results
 * @param err messages and progress
 * @param terminal whether {@code err} is a terminal
 * @param columns width of the terminal
 */
record Console(PrintStream out, PrintStream err, boolean terminal, int columns) {}
