package org.thalweg.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The root; its commands in the order in which a newcomer needs them. */
@Command(
    name = "thalweg",
    synopsisSubcommandLabel = "COMMAND",
    description =
        "The geometry of neural-network loss landscapes: how sharp, how flat, how curved.",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    versionProvider = Version.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  thalweg quickstart",
      "  thalweg data info mnist",
      "  thalweg train --data mnist --net cnn:16,16 --out runs/first",
      "  thalweg slice runs/first --direction gradient",
      "  thalweg surface runs/first --samples 1000",
      "  thalweg gradient runs/first --noise",
      "  thalweg hessian runs/first --top 5 --bottom 2",
      "  thalweg sharpness runs/first --measure ball,sam",
      "  thalweg audit runs/first --samples 1000",
      "  thalweg trajectory runs/first",
      "  thalweg connect runs/first runs/second",
      "  thalweg analyze runs/first",
      "  thalweg study r1-architectures",
      "  thalweg claims",
      "  thalweg report runs/first",
      "  thalweg export runs/first --to vtp",
      "  thalweg import surface.h5",
      "  source <(thalweg completion)",
      "",
      "More about one command: thalweg COMMAND --help"
    })
final class ThalwegCommand implements Runnable {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  @SuppressWarnings("UnusedVariable")
  private boolean version;

  @Spec private @Nullable CommandSpec spec;

  /** Without a command: what there is. */
  @Override
  public void run() {
    if (spec != null) {
      CommandLine commandLine = spec.commandLine();
      commandLine.usage(commandLine.getOut(), commandLine.getColorScheme());
    }
  }

  /** The whole command line, its commands working in this session. */
  static CommandLine commandLine(Session session) {
    CommandLine data =
        new CommandLine(new DataCommand())
            .addSubcommand(new DataListCommand(session))
            .addSubcommand(new DataInfoCommand(session))
            .addSubcommand(new DataFetchCommand(session));
    CommandLine root = new CommandLine(new ThalwegCommand());
    root.addSubcommand(new QuickstartCommand(session))
        .addSubcommand(data)
        .addSubcommand(new TrainCommand(session))
        .addSubcommand(new SliceCommand(session))
        .addSubcommand(new SurfaceCommand(session))
        .addSubcommand(new GradientCommand(session))
        .addSubcommand(new HessianCommand(session))
        .addSubcommand(new SharpnessCommand(session))
        .addSubcommand(new AuditCommand(session))
        .addSubcommand(new TrajectoryCommand(session))
        .addSubcommand(new ConnectCommand(session))
        .addSubcommand(new AnalyzeCommand(session))
        .addSubcommand(new StudyCommand(session))
        .addSubcommand(new ClaimsCommand(session))
        .addSubcommand(new ReportCommand(session))
        .addSubcommand(new ExportCommand(session))
        .addSubcommand(new ImportCommand(session))
        .addSubcommand(new CompletionCommand())
        .setCaseInsensitiveEnumValuesAllowed(true);
    inOurOrder(root);
    return root;
  }

  /** Options as declared, the telling ones first, and a synopsis of one line. */
  private static void inOurOrder(CommandLine command) {
    command.getCommandSpec().usageMessage().sortOptions(false).abbreviateSynopsis(true);
    command.getSubcommands().values().forEach(ThalwegCommand::inOurOrder);
  }
}
