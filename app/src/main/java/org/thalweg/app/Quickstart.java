package org.thalweg.app;

/**
 * What the first look found.
 *
 * @param trained the training
 * @param analysis the measurements; none when the training was cancelled
 */
public record Quickstart(TrainedRun trained, Analysis analysis) {}
