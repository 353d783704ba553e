package org.thalweg.store;

/**
 * A moment of a training whose weights were kept.
 *
 * @param step optimizer steps taken by then
 * @param epoch passes over the training data by then; fractional between epochs
 */
public record Snapshot(long step, double epoch) {}
