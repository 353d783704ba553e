package org.thalweg.store;

import org.thalweg.provenance.Provenance;
import org.thalweg.result.TrainingHistory;

/** A training as a run folder keeps it, without its weights. */
public record StoredTraining(TrainingHistory history, Provenance provenance) {}
