package org.thalweg.study.design;

/**
 * A quantity over the course of training, for pictures with bands.
 *
 * @param name e.g. {@code lambda_max}
 * @param title for people
 * @param unit for the axis; empty where there is none
 * @param logarithmic whether the axis is logarithmic
 * @param probe {@code "training"} for a column of the history, or the name of a trajectory probe
 * @param column of the history ({@code trainLoss}, {@code testLoss}, {@code trainAccuracy}, {@code
 *     testAccuracy}, {@code gradientNorm}), or of the path ({@code lambda}, {@code sharpness},
 *     {@code gradientNorm}, {@code alignment}, {@code threshold}, {@code loss}); over epochs
 */
public record SeriesPlan(
    String name, String title, String unit, boolean logarithmic, String probe, String column) {}
