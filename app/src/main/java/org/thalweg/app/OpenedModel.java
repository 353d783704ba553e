package org.thalweg.app;

import java.nio.file.Path;
import java.util.Map;
import org.thalweg.data.Dataset;
import org.thalweg.torch.network.ForwardFunction;
import org.thalweg.torch.objective.Loss;

/**
 * A network that is to be measured, opened; closing it frees what its file took.
 *
 * @param reference how it was asked for, e.g. {@code runs/first@3}
 * @param home the run folder that takes results unless another is named
 * @param trainedHere whether that folder holds its training
 * @param title one line for a new run folder
 * @param description what provenance says of it, by name
 * @param network its function
 * @param weights θ in the order of the network's layout
 * @param data what it was trained on, or is evaluated on
 * @param loss what is measured
 * @param closing frees native memory
 */
@SuppressWarnings("ArrayRecordComponent") // handed on to the objective, never compared
record OpenedModel(
    String reference,
    Path home,
    boolean trainedHere,
    String title,
    Map<String, Object> description,
    ForwardFunction network,
    double[] weights,
    Dataset data,
    Loss loss,
    Runnable closing)
    implements AutoCloseable {
  @Override
  public void close() {
    closing.run();
  }
}
