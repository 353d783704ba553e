package org.thalweg.cli;

import java.util.ArrayList;
import java.util.List;
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
import org.thalweg.app.study.StudyListener;
import org.thalweg.app.study.StudyRequest;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;

/** Keeps every request and hands all of them to one behaviour. */
final class RecordingUseCases implements UseCases {
  final List<Object> requests = new ArrayList<>();
  private final Behaviour behaviour;

  RecordingUseCases(Behaviour behaviour) {
    this.behaviour = behaviour;
  }

  /** What happens instead of work. */
  interface Behaviour {
    CommandOutput run(ProgressListener progress, Cancellation cancellation);
  }

  private CommandOutput record(
      Object request, ProgressListener progress, Cancellation cancellation) {
    requests.add(request);
    return behaviour.run(progress, cancellation);
  }

  @Override
  public CommandOutput quickstart(QuickstartRequest request, ProgressListener p, Cancellation c) {
    return record(request, p, c);
  }

  @Override
  public CommandOutput data(DataRequest request, ProgressListener p, Cancellation c) {
    return record(request, p, c);
  }

  @Override
  public CommandOutput train(TrainRequest request, ProgressListener p, Cancellation c) {
    return record(request, p, c);
  }

  @Override
  public CommandOutput resume(ResumeRequest request, ProgressListener p, Cancellation c) {
    return record(request, p, c);
  }

  @Override
  public CommandOutput slice(SliceRequest request, ProgressListener p, Cancellation c) {
    return record(request, p, c);
  }

  @Override
  public CommandOutput surface(SurfaceRequest request, ProgressListener p, Cancellation c) {
    return record(request, p, c);
  }

  @Override
  public CommandOutput gradient(GradientRequest request, ProgressListener p, Cancellation c) {
    return record(request, p, c);
  }

  @Override
  public CommandOutput hessian(HessianRequest request, ProgressListener p, Cancellation c) {
    return record(request, p, c);
  }

  @Override
  public CommandOutput sharpness(SharpnessRequest request, ProgressListener p, Cancellation c) {
    return record(request, p, c);
  }

  @Override
  public CommandOutput audit(AuditRequest request, ProgressListener p, Cancellation c) {
    return record(request, p, c);
  }

  @Override
  public CommandOutput trajectory(TrajectoryRequest request, ProgressListener p, Cancellation c) {
    return record(request, p, c);
  }

  @Override
  public CommandOutput connect(ConnectRequest request, ProgressListener p, Cancellation c) {
    return record(request, p, c);
  }

  @Override
  public CommandOutput analyze(AnalyzeRequest request, ProgressListener p, Cancellation c) {
    return record(request, p, c);
  }

  @Override
  public CommandOutput report(ReportRequest request, ProgressListener p, Cancellation c) {
    return record(request, p, c);
  }

  @Override
  public CommandOutput exportResults(ExportRequest request, ProgressListener p, Cancellation c) {
    return record(request, p, c);
  }

  @Override
  public CommandOutput importResult(ImportRequest request, ProgressListener p, Cancellation c) {
    return record(request, p, c);
  }

  @Override
  public CommandOutput study(StudyRequest request, StudyListener listener, Cancellation c) {
    return record(request, (activity, done, total) -> {}, c);
  }

  @Override
  public CommandOutput estimate(StudyRequest request, ProgressListener p, Cancellation c) {
    return record(request, p, c);
  }

  @Override
  public CommandOutput claims(
      ClaimsRequest request, boolean markdown, ProgressListener p, Cancellation c) {
    return record(request, p, c);
  }
}
