package org.thalweg.torch.script;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Obj;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * Means and variances of the batch-norm layers at one point: the mean over chunks, weighted by
 * samples, of what the layers measure in training mode (Garipov et al. 2018, {@code bn_update}).
 *
 * <p>A layer moves its statistics by r ← (1 − m)r + mb towards those of the batch, with a momentum
 * m that its code fixes. From r = 0 it arrives at mb, from r = 1 at 1 − m + mb: the difference
 * tells m, and so b.
 *
 * @param places numbers of the attributes that hold statistics
 * @param values one tensor for each
 */
record RunningStatistics(List<Integer> places, List<Tensor> values) implements AutoCloseable {
  private static final String MEAN = "running_mean";
  private static final String VARIANCE = "running_var";
  private static final String COUNT = "num_batches_tracked";
  private static final String TRAINING = "training";

  /** Those of the file. */
  static RunningStatistics none() {
    return new RunningStatistics(List.of(), List.of());
  }

  /** Computes them; the replica is as before afterwards. */
  static RunningStatistics estimate(
      ScriptReplica replica, List<Tensor> parameters, List<List<Tensor>> data) {
    List<ScriptSlot> slots = replica.slots();
    List<Integer> places = new ArrayList<>();
    List<ScriptSlot> counters = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++) {
      ScriptSlot slot = slots.get(i);
      boolean buffer = slot.role() != ScriptSlot.Role.PARAMETER;
      if (buffer && (slot.name().equals(MEAN) || slot.name().equals(VARIANCE))) {
        places.add(i);
      } else if (buffer && slot.name().equals(COUNT)) {
        counters.add(slot);
      }
    }
    List<ScriptSlot> statistics = places.stream().map(slots::get).toList();
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      List<ScriptSlot> touched = new ArrayList<>(statistics);
      touched.addAll(counters);
      List<IValue> before = touched.stream().map(ScriptSlot::value).toList();
      try {
        touched.forEach(slot -> slot.set(new IValue(slot.tensor().clone())));
        train(statistics, true);
        List<Tensor> values = new Estimation(replica, parameters, statistics, counters).mean(data);
        values.forEach(Tensor::retainReference);
        return new RunningStatistics(List.copyOf(places), values);
      } finally {
        train(statistics, false);
        for (int i = 0; i < before.size(); i++) {
          touched.get(i).set(before.get(i));
        }
      }
    }
  }

  /** Puts them into a replica; returns what was there, in the innermost scope. */
  List<IValue> exchange(ScriptReplica replica) {
    List<IValue> before = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      ScriptSlot slot = replica.slots().get(places.get(i));
      before.add(slot.value());
      slot.set(new IValue(values.get(i)));
    }
    return before;
  }

  void restore(ScriptReplica replica, List<IValue> before) {
    for (int i = 0; i < before.size(); i++) {
      replica.slots().get(places.get(i)).set(before.get(i));
    }
  }

  @Override
  public void close() {
    values.forEach(Tensor::close);
  }

  /** The layers alone: dropout stays off. */
  private static void train(List<ScriptSlot> statistics, boolean mode) {
    for (ScriptSlot slot : statistics) {
      Obj layer = slot.module();
      if (layer.type().hasAttribute(TRAINING)) {
        layer.setAttr(TRAINING, new IValue(mode));
      }
    }
  }

  /** One pass over the data in training mode. */
  private record Estimation(
      ScriptReplica replica,
      List<Tensor> parameters,
      List<ScriptSlot> statistics,
      List<ScriptSlot> counters) {

    List<Tensor> mean(List<List<Tensor>> data) {
      double[] momentum = momentum(data.get(0));
      List<Tensor> sums = statistics.stream().map(slot -> torch.zeros_like(slot.tensor())).toList();
      long samples = 0;
      for (List<Tensor> inputs : data) {
        try (PointerScope scope = new PointerScope()) {
          long size = inputs.get(0).size(0);
          run(inputs, 0);
          for (int i = 0; i < sums.size(); i++) {
            Scalar weight = new Scalar(size / momentum[i]);
            sums.get(i).add_(statistics.get(i).tensor(), weight);
          }
          samples += size;
        }
      }
      for (Tensor sum : sums) {
        sum.div_(new Scalar((double) samples));
      }
      return sums;
    }

    private double[] momentum(List<Tensor> inputs) {
      run(inputs, 0);
      List<Tensor> fromZero = statistics.stream().map(slot -> slot.tensor().clone()).toList();
      run(inputs, 1);
      double[] momentum = new double[statistics.size()];
      for (int i = 0; i < momentum.length; i++) {
        Tensor difference = statistics.get(i).tensor().sub(fromZero.get(i));
        momentum[i] = 1 - difference.mean().item().toDouble();
        if (!(momentum[i] > 1e-6)) {
          throw ThalwegException.of(ErrorCode.NETWORK_FAILED)
              .expected("batch-norm layers that measure their statistics in training mode")
              .found(statistics.get(i).path() + ", which does not move")
              .next("save the network with torch.jit.script: a trace fixes its mode");
        }
      }
      return momentum;
    }

    private void run(List<Tensor> inputs, double start) {
      statistics.forEach(slot -> slot.tensor().fill_(new Scalar(start)));
      counters.forEach(slot -> slot.tensor().fill_(new Scalar(0)));
      replica.forward(parameters, inputs);
    }
  }
}
