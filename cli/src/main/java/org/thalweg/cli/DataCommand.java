package org.thalweg.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Groups the questions about data. */
@Command(
    name = "data",
    synopsisSubcommandLabel = "COMMAND",
    description = "Data sets: which there are, what is in them, and how to get more.",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExample:%n",
    footer = {"  thalweg data list", "  thalweg data info mnist"})
final class DataCommand {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable")
  private boolean help;
}
