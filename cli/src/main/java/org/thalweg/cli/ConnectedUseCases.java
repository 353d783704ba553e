package org.thalweg.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.thalweg.app.Analysis;
import org.thalweg.app.AnalyzeUseCase;
import org.thalweg.app.AuditUseCase;
import org.thalweg.app.ConnectUseCase;
import org.thalweg.app.DataUseCase;
import org.thalweg.app.ExportUseCase;
import org.thalweg.app.Exported;
import org.thalweg.app.GradientUseCase;
import org.thalweg.app.HessianUseCase;
import org.thalweg.app.ImportUseCase;
import org.thalweg.app.Measured;
import org.thalweg.app.Quickstart;
import org.thalweg.app.QuickstartUseCase;
import org.thalweg.app.ReportUseCase;
import org.thalweg.app.SharpnessUseCase;
import org.thalweg.app.SliceUseCase;
import org.thalweg.app.SurfaceUseCase;
import org.thalweg.app.TrainUseCase;
import org.thalweg.app.TrainedRun;
import org.thalweg.app.TrajectoryUseCase;
import org.thalweg.app.request.AnalyzeRequest;
import org.thalweg.app.request.AuditRequest;
import org.thalweg.app.request.ConnectRequest;
import org.thalweg.app.request.DataRequest;
import org.thalweg.app.request.ExportRequest;
import org.thalweg.app.request.GradientRequest;
import org.thalweg.app.request.HessianRequest;
import org.thalweg.app.request.ImportRequest;
import org.thalweg.app.request.QuickstartRequest;
import org.thalweg.app.request.ReportRequest;
import org.thalweg.app.request.ResumeRequest;
import org.thalweg.app.request.SharpnessRequest;
import org.thalweg.app.request.SliceRequest;
import org.thalweg.app.request.SurfaceRequest;
import org.thalweg.app.request.TrainRequest;
import org.thalweg.app.request.TrajectoryRequest;
import org.thalweg.app.study.ClaimsRequest;
import org.thalweg.app.study.ClaimsUseCase;
import org.thalweg.app.study.StudyListener;
import org.thalweg.app.study.StudyRequest;
import org.thalweg.app.study.StudyUseCase;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.result.Outcome;
import org.thalweg.study.claim.Ledger;
import org.thalweg.study.claim.LedgerDocument;
import org.thalweg.study.claim.LedgerLines;
import org.thalweg.study.claim.LedgerMarkdown;

/** The commands connected to the application: asks a use case, puts what it found into words. */
final class ConnectedUseCases implements UseCases {
  @Override
  public CommandOutput quickstart(
      QuickstartRequest request, ProgressListener progress, Cancellation cancellation) {
    Quickstart found = new QuickstartUseCase().run(request, progress, cancellation);
    List<String> lines = new ArrayList<>(TrainingLines.of(found.trained()));
    if (found.analysis().isPresent()) {
      lines.addAll(MeasurementLines.of(found.analysis().get()));
    }
    if (found.outcome() == Outcome.CANCELLED) {
      lines.addAll(NextSteps.AFTER_INTERRUPTION);
    } else {
      found
          .analysis()
          .flatMap(Analysis::report)
          .ifPresent(report -> lines.addAll(NextSteps.after(found.trained().folder(), report)));
    }
    return new CommandOutput(lines, Documents.quickstart(found), found.outcome());
  }

  @Override
  public CommandOutput data(
      DataRequest request, ProgressListener progress, Cancellation cancellation) {
    if (request instanceof DataRequest.Describe one) {
      return DataLines.describe(new DataUseCase().describe(one.data()));
    }
    if (request instanceof DataRequest.Fetch set) {
      return DataLines.fetched(new DataUseCase().fetch(set.data(), progress));
    }
    DataUseCase data = new DataUseCase();
    return DataLines.list(data.list(), data.files(), data.scaling());
  }

  @Override
  public CommandOutput train(
      TrainRequest request, ProgressListener progress, Cancellation cancellation) {
    return trained(new TrainUseCase().train(request, progress, cancellation));
  }

  @Override
  public CommandOutput resume(
      ResumeRequest request, ProgressListener progress, Cancellation cancellation) {
    return trained(new TrainUseCase().resume(request, progress, cancellation));
  }

  private static CommandOutput trained(TrainedRun run) {
    List<String> lines = new ArrayList<>(TrainingLines.of(run));
    lines.addAll(TrainingLines.place(run));
    return new CommandOutput(lines, Documents.training(run.folder()), run.history().outcome());
  }

  @Override
  public CommandOutput slice(
      SliceRequest request, ProgressListener progress, Cancellation cancellation) {
    return measured(new SliceUseCase().run(request, progress, cancellation));
  }

  @Override
  public CommandOutput surface(
      SurfaceRequest request, ProgressListener progress, Cancellation cancellation) {
    Analysis found = new SurfaceUseCase().runAll(request, progress, cancellation);
    if (request.reading().basins() || request.reading().convexity().isPresent()) {
      List<String> lines = new ArrayList<>(MeasurementLines.of(found));
      lines.addAll(MeasurementLines.place(found.measured().get(found.measured().size() - 1)));
      return new CommandOutput(lines, Documents.analysis(found), found.outcome());
    }
    return measured(found.measured().get(0));
  }

  @Override
  public CommandOutput gradient(
      GradientRequest request, ProgressListener progress, Cancellation cancellation) {
    return measured(new GradientUseCase().run(request, progress, cancellation));
  }

  @Override
  public CommandOutput hessian(
      HessianRequest request, ProgressListener progress, Cancellation cancellation) {
    return measured(new HessianUseCase().run(request, progress, cancellation));
  }

  @Override
  public CommandOutput sharpness(
      SharpnessRequest request, ProgressListener progress, Cancellation cancellation) {
    return measured(new SharpnessUseCase().run(request, progress, cancellation));
  }

  @Override
  public CommandOutput audit(
      AuditRequest request, ProgressListener progress, Cancellation cancellation) {
    return measured(new AuditUseCase().run(request, progress, cancellation));
  }

  @Override
  public CommandOutput trajectory(
      TrajectoryRequest request, ProgressListener progress, Cancellation cancellation) {
    return measured(new TrajectoryUseCase().run(request, progress, cancellation));
  }

  @Override
  public CommandOutput connect(
      ConnectRequest request, ProgressListener progress, Cancellation cancellation) {
    return measured(new ConnectUseCase().run(request, progress, cancellation));
  }

  private static CommandOutput measured(Measured measured) {
    List<String> lines = new ArrayList<>(MeasurementLines.of(measured));
    lines.addAll(MeasurementLines.place(measured));
    return new CommandOutput(lines, Documents.measured(measured), measured.result().outcome());
  }

  @Override
  public CommandOutput analyze(
      AnalyzeRequest request, ProgressListener progress, Cancellation cancellation) {
    Analysis analysis = new AnalyzeUseCase().run(request, progress, cancellation);
    List<String> lines = new ArrayList<>(MeasurementLines.of(analysis));
    analysis.report().ifPresent(report -> lines.add("report  " + report));
    if (analysis.outcome() == Outcome.CANCELLED) {
      lines.addAll(NextSteps.AFTER_INTERRUPTION);
    }
    return new CommandOutput(lines, Documents.analysis(analysis), analysis.outcome());
  }

  @Override
  public CommandOutput study(
      StudyRequest request, StudyListener listener, Cancellation cancellation) {
    return StudyOutput.of(new StudyUseCase().run(request, listener, cancellation));
  }

  @Override
  public CommandOutput estimate(
      StudyRequest request, ProgressListener progress, Cancellation cancellation) {
    return EstimateOutput.of(new StudyUseCase().estimate(request));
  }

  @Override
  public CommandOutput claims(
      ClaimsRequest request,
      boolean markdown,
      ProgressListener progress,
      Cancellation cancellation) {
    Ledger ledger = new ClaimsUseCase().run(request);
    List<String> lines =
        markdown ? LedgerMarkdown.of(ledger).lines().toList() : LedgerLines.of(ledger);
    return CommandOutput.complete(lines, LedgerDocument.json(ledger));
  }

  @Override
  public CommandOutput report(
      ReportRequest request, ProgressListener progress, Cancellation cancellation) {
    Path page = new ReportUseCase().run(request);
    return CommandOutput.complete(List.of("report  " + page), Documents.report(page));
  }

  @Override
  public CommandOutput exportResults(
      ExportRequest request, ProgressListener progress, Cancellation cancellation) {
    Exported exported = new ExportUseCase().run(request);
    List<String> lines = new ArrayList<>();
    exported.files().forEach(file -> lines.add("written  " + file));
    if (!exported.left().isEmpty()) {
      lines.add(
          "left out, since %s cannot hold them: %s"
              .formatted(request.format(), String.join(", ", exported.left())));
    }
    return CommandOutput.complete(lines, Documents.exported(exported));
  }

  @Override
  public CommandOutput importResult(
      ImportRequest request, ProgressListener progress, Cancellation cancellation) {
    Measured imported = new ImportUseCase().run(request);
    List<String> lines = new ArrayList<>(MeasurementLines.of(imported));
    lines.add("stored  " + imported.run().resolve("results/" + imported.stored().id() + ".json"));
    lines.add("report  " + imported.run().resolve("report.html"));
    return CommandOutput.complete(lines, Documents.measured(imported));
  }
}
