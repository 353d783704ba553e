package org.thalweg.cli;

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

/**
 * What the commands do, one method each. An implementation stops soon after a cancellation is
 * requested, leaves a state that can be resumed, and either returns what it has with the outcome
 * {@code CANCELLED} or throws {@code CANCELLED}.
 */
public interface UseCases {
  CommandOutput quickstart(
      QuickstartRequest request, ProgressListener progress, Cancellation cancellation);

  CommandOutput data(DataRequest request, ProgressListener progress, Cancellation cancellation);

  CommandOutput train(TrainRequest request, ProgressListener progress, Cancellation cancellation);

  CommandOutput resume(ResumeRequest request, ProgressListener progress, Cancellation cancellation);

  CommandOutput slice(SliceRequest request, ProgressListener progress, Cancellation cancellation);

  CommandOutput surface(
      SurfaceRequest request, ProgressListener progress, Cancellation cancellation);

  CommandOutput gradient(
      GradientRequest request, ProgressListener progress, Cancellation cancellation);

  CommandOutput hessian(
      HessianRequest request, ProgressListener progress, Cancellation cancellation);

  CommandOutput sharpness(
      SharpnessRequest request, ProgressListener progress, Cancellation cancellation);

  CommandOutput audit(AuditRequest request, ProgressListener progress, Cancellation cancellation);

  CommandOutput trajectory(
      TrajectoryRequest request, ProgressListener progress, Cancellation cancellation);

  CommandOutput connect(
      ConnectRequest request, ProgressListener progress, Cancellation cancellation);

  CommandOutput analyze(
      AnalyzeRequest request, ProgressListener progress, Cancellation cancellation);

  /** Carries a study out. */
  CommandOutput study(StudyRequest request, StudyListener listener, Cancellation cancellation);

  /** Says what a study would take. */
  CommandOutput estimate(
      StudyRequest request, ProgressListener progress, Cancellation cancellation);

  /** The ledger of claims; {@code markdown} for a document rather than a terminal. */
  CommandOutput claims(
      ClaimsRequest request,
      boolean markdown,
      ProgressListener progress,
      Cancellation cancellation);

  CommandOutput report(ReportRequest request, ProgressListener progress, Cancellation cancellation);

  CommandOutput exportResults(
      ExportRequest request, ProgressListener progress, Cancellation cancellation);

  CommandOutput importResult(
      ImportRequest request, ProgressListener progress, Cancellation cancellation);
}
