package org.thalweg.cli;

import org.thalweg.app.request.ModelReference;
import org.thalweg.app.request.ProbeScope;
import picocli.CommandLine.Mixin;

/** What every probe is told besides its own options. */
final class ScopeOptions {
  @Mixin private final ModelOptions model = new ModelOptions();
  @Mixin private final SamplingOptions sampling = new SamplingOptions();
  @Mixin private final DestinationOptions destination = new DestinationOptions();
  @Mixin private final ExecutionOptions execution = new ExecutionOptions();

  ProbeScope scope() {
    return new ProbeScope(
        model.reference(), sampling.sampling(), execution.execution(), destination.destination());
  }

  /** Another network under the same options. */
  ModelReference other(String name) {
    return model.reference(name);
  }
}
