package org.thalweg.result;

/**
 * One line of a training's history.
 *
 * @param step optimizer steps taken so far
 * @param epoch passes over the training data so far; fractional between epochs
 * @param trainLoss mean loss over the training split (or the recorded subset of it); NaN if not
 *     measured
 * @param trainAccuracy share of right answers there; NaN if not measured or undefined
 * @param testLoss mean loss over the test split
 * @param testAccuracy share of right answers there
 * @param gradientNorm ‖∇L‖₂ of the training loss over the same samples
 * @param learningRate in force at this step
 * @param seconds elapsed since the training started, resumed parts included
 */
public record TrainingRecord(
    long step,
    double epoch,
    double trainLoss,
    double trainAccuracy,
    double testLoss,
    double testAccuracy,
    double gradientNorm,
    double learningRate,
    double seconds) {}
