package org.thalweg.data;

/**
 * A named data set in two splits.
 *
 * @param name as the command line knows it
 * @param description what it is and where it comes from, one sentence
 * @param train samples to learn from
 * @param test samples held out
 * @param contentHash {@code sha256:…} over shapes, features and targets of both splits, so that the
 *     same numbers have the same hash wherever they come from
 */
public record Dataset(
    String name, String description, Samples train, Samples test, String contentHash) {}
