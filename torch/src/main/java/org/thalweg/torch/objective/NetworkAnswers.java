package org.thalweg.torch.objective;

/**
 * What a network answers to each sample: raw outputs, before any softmax.
 *
 * @param values one row for each sample, in the order of the data: classes × positions, or the
 *     components of a vector
 * @param positions answers that each sample has, e.g. the characters of a text; 1 for one answer
 * @param classifies whether the largest output of a position is its answer
 */
@SuppressWarnings("ArrayRecordComponent") // handed on to those who compare answers
public record NetworkAnswers(double[][] values, int positions, boolean classifies) {}
