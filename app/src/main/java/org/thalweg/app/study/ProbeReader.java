package org.thalweg.app.study;

import org.thalweg.app.request.ProbeRequest;
import org.thalweg.app.request.ProbeScope;

/** Turns the options of a plan, named as on the command line, into a request. */
interface ProbeReader {
  /**
   * The request.
   *
   * @param scope which weights, over which samples
   * @param options of the plan; those of the scope have been read
   */
  ProbeRequest read(ProbeScope scope, PlannedOptions options);
}
