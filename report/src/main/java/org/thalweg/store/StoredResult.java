package org.thalweg.store;

import org.thalweg.provenance.Provenance;
import org.thalweg.result.ProbeResult;

/**
 * A probe's result as a run folder keeps it.
 *
 * @param id unique in its run, also the stem of its files: {@code "surface"}, {@code "surface-2"}
 */
public record StoredResult(String id, ProbeResult result, Provenance provenance) {}
