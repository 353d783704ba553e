package org.thalweg.app;

import org.thalweg.data.Dataset;
import org.thalweg.store.RunFolder;
import org.thalweg.torch.network.Network;
import org.thalweg.torch.objective.Loss;

/**
 * A trained network, opened.
 *
 * @param reference how it was asked for, e.g. {@code runs/first@3}
 * @param run where it comes from
 * @param recipe how it was trained
 * @param network its function
 * @param weights θ in the order of the network's layout
 * @param data what it was trained on: the training subset, where there was one
 * @param loss what it was trained on
 */
@SuppressWarnings("ArrayRecordComponent") // handed on to the objective, never compared
record TrainedModel(
    String reference,
    RunFolder run,
    TrainingRecipe recipe,
    Network network,
    double[] weights,
    Dataset data,
    Loss loss) {}
