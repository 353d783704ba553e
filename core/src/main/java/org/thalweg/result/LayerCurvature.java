package org.thalweg.result;

/**
 * The diagonal block of one layer.
 *
 * @param layer the common prefix of its tensors, e.g. {@code "conv1"}
 * @param parameters rows of the block
 * @param top its largest eigenvalue
 * @param trace its trace
 */
public record LayerCurvature(String layer, int parameters, Eigenvalue top, Estimate trace) {}
