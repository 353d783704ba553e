package org.thalweg.study.design;

/**
 * One training of a study: a cell and a seed.
 *
 * @param id content address of training and seed: 12 hexadecimal digits of a SHA-256. The same
 *     training has the same id in every study, so that a changed study finds what it can use
 * @param cell which combination of levels
 * @param seed of the weights and of the order of samples
 */
public record Trial(String id, Cell cell, long seed) {}
