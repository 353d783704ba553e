package org.thalweg.app.request;

/** A measurement of a model, of whatever kind. */
public sealed interface ProbeRequest
    permits AuditRequest,
        ConnectRequest,
        GradientRequest,
        HessianRequest,
        SharpnessRequest,
        SliceRequest,
        SurfaceRequest,
        TrajectoryRequest {
  /** Which model, over which samples, how, and where the results go. */
  ProbeScope scope();
}
