package org.thalweg.store;

import org.thalweg.result.Outcome;

/** What the manifest says of a result. */
public record ResultEntry(String id, String probe, Outcome outcome) {}
