package org.thalweg.cli;

import java.util.List;
import org.thalweg.result.Outcome;

/**
 * What a command has to say.
 *
 * @param lines for a reader
 * @param json the same as one JSON document, for {@code --json}
 * @param outcome how the work ended; decides the exit code
 */
public record CommandOutput(List<String> lines, String json, Outcome outcome) {
  public CommandOutput {
    lines = List.copyOf(lines);
  }

  /** The output of work that was done to the end. */
  public static CommandOutput complete(List<String> lines, String json) {
    return new CommandOutput(lines, json, Outcome.CONVERGED);
  }
}
