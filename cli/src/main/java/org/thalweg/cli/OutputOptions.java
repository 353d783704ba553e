package org.thalweg.cli;

import picocli.CommandLine.Option;

/** How a command speaks. */
final class OutputOptions {
  static final String DEBUG = "--debug";

  @Option(
      names = "--json",
      description = "Print the result as one JSON document; messages go to standard error.")
  private boolean json;

  @Option(names = "--verbose", description = "Say more about what is going on.")
  private boolean verbose;

  /** Looked up among the arguments, because it must work when they cannot be parsed. */
  @Option(names = DEBUG, description = "Show the stack trace of an error.")
  @SuppressWarnings("UnusedVariable")
  private boolean debug;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable")
  private boolean help;

  boolean json() {
    return json;
  }

  boolean verbose() {
    return verbose;
  }
}
