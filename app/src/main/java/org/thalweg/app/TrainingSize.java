package org.thalweg.app;

/**
 * How large a training is, before it begins.
 *
 * @param weights of the network
 * @param trainSamples that it is trained on
 * @param testSamples of the test split; 0 if there is none
 */
public record TrainingSize(int weights, int trainSamples, int testSamples) {}
