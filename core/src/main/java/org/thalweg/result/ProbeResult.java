package org.thalweg.result;

import java.util.List;

/** What a probe found: values, how it ended, what it cost. */
public sealed interface ProbeResult
    permits AdaptiveSurfaceResult,
        AuditResult,
        ConnectionResult,
        ConvexityMapResult,
        GradientResult,
        SharpnessResult,
        SliceBandResult,
        SliceResult,
        SpectrumResult,
        SurfaceResult,
        TopologyResult,
        TrajectoryResult {
  /** The name of the probe, as the command line and the files use it. */
  String probe();

  Outcome outcome();

  Cost cost();

  /** Its numbers for a table, most telling first; arrays are summarised. */
  List<Measurement> measurements();
}
