package org.thalweg.study.design;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How the network of a cell is trained; the words are those of {@code thalweg train}.
 *
 * @param data name or description of the data set, e.g. {@code mnist}
 * @param network e.g. {@code mlp:16,16,16}
 * @param activation {@code relu}, {@code tanh} or {@code gelu}
 * @param loss {@code auto}: the one that fits the targets
 * @param optimizer {@code sgd}, {@code momentum}, {@code nesterov}, {@code adam} or {@code adamw}
 * @param learningRate empty: the optimizer's own
 * @param momentum empty: 0.9 where the optimizer has one
 * @param weightDecay coefficient, 0 for none
 * @param batch samples per step
 * @param samples size of the training subset; empty: all
 * @param epochs passes over it; the most of them where {@code untilAccuracy} is given
 * @param untilAccuracy test accuracy at which training ends
 * @param recordEvery steps between two entries of the history; empty: an entry per epoch
 * @param snapshots whether weights are kept with every entry, for probes along the training
 * @param precision {@code float32} or {@code float64}
 */
public record TrainingPlan(
    String data,
    String network,
    String activation,
    String loss,
    String optimizer,
    OptionalDouble learningRate,
    OptionalDouble momentum,
    double weightDecay,
    int batch,
    OptionalInt samples,
    int epochs,
    OptionalDouble untilAccuracy,
    OptionalInt recordEvery,
    boolean snapshots,
    String precision) {}
