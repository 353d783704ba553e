package org.thalweg.torch.script;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.thalweg.data.Targets;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Precision;
import org.thalweg.torch.engine.TensorArrays;
import org.thalweg.torch.objective.Loss;

/**
 * A loss of one's own: a TorchScript module whose {@code forward(output, target)} returns the mean
 * over the samples of a batch, or one number for each sample.
 *
 * <p>A mean is weighted by the samples of its chunk, so that the loss of the data is exact when the
 * module averages over samples; a module that divides by anything else (positions that count, say)
 * depends on the chunks. It tells nothing of single samples: no standard error of the loss.
 * Parameters of the module are constants.
 */
public final class ScriptLoss implements Loss, AutoCloseable {
  private final String name;
  private final JitModule module;
  private final IValue nothing;
  private final Map<Precision, ScriptReplicas> replicas = new EnumMap<>(Precision.class);

  private ScriptLoss(String name, JitModule module, IValue nothing) {
    this.name = name;
    this.module = module;
    this.nothing = nothing;
  }

  /**
   * Reads the module.
   *
   * @throws ThalwegException as {@link ScriptNetwork#load}
   */
  public static ScriptLoss load(Path file) {
    JitModule module = ScriptModuleFile.load(file);
    module.eval();
    IValue nothing = new IValue();
    nothing.retainReference();
    return new ScriptLoss(String.valueOf(file.getFileName()), module, nothing);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean classifies() {
    return false;
  }

  @Override
  public boolean tellsSamplesApart() {
    return false;
  }

  @Override
  public Tensor perSample(Tensor outputs, Tensor targets) {
    long batch = outputs.size(0);
    ScriptReplicas copies = replicas(outputs);
    ScriptReplica replica = copies.acquire();
    try {
      IValue answer = replica.forward(List.of(), List.of(outputs, targets));
      Tensor loss = OutputChoice.only().choose(answer);
      if (loss.dim() == 1 && loss.size(0) == batch) {
        return loss;
      }
      if (loss.numel() == 1) {
        return loss.reshape(1).expand(batch);
      }
      throw ThalwegException.of(ErrorCode.NETWORK_FAILED)
          .expected("a loss that is one number, or one for each of " + batch + " samples")
          .found(loss.numel() + " numbers from " + name)
          .next("let forward(output, target) return the mean over the samples");
    } catch (RuntimeException e) {
      throw ScriptFailure.running(e);
    } finally {
      copies.release(replica);
    }
  }

  /** Labels as int64, real numbers in the precision; samples × the shape of a sample's target. */
  @Override
  public Tensor tensor(Targets targets, List<Integer> outputShape, Precision precision) {
    List<Integer> shape =
        targets instanceof Targets.Labels labels
            ? labels.shape()
            : ((Targets.Reals) targets).shape();
    long[] all = new long[shape.size() + 1];
    all[0] = targets.count();
    for (int i = 1; i < all.length; i++) {
      all[i] = shape.get(i - 1);
    }
    int width = shape.stream().reduce(1, Math::multiplyExact);
    if (targets instanceof Targets.Labels labels) {
      long[] values = new long[labels.count() * width];
      for (int i = 0; i < values.length; i++) {
        values[i] = labels.label(i / width, i % width);
      }
      return TensorArrays.of(values).view(all);
    }
    float[] values = new float[targets.count() * width];
    for (int i = 0; i < targets.count(); i++) {
      ((Targets.Reals) targets).copy(i, values, i * width);
    }
    return TensorArrays.of(values, all).to(TensorArrays.scalarType(precision));
  }

  @Override
  public void close() {
    synchronized (replicas) {
      replicas.values().forEach(ScriptReplicas::close);
      replicas.clear();
    }
    nothing.close();
    module.close();
  }

  private ScriptReplicas replicas(Tensor outputs) {
    Precision precision =
        outputs.scalar_type().intern() == ScalarType.Double ? Precision.FLOAT64 : Precision.FLOAT32;
    synchronized (replicas) {
      return replicas.computeIfAbsent(
          precision, wanted -> new ScriptReplicas(module, List.of(), nothing, List.of(), wanted));
    }
  }
}
