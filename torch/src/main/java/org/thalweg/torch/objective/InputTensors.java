package org.thalweg.torch.objective;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.thalweg.data.Samples;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Precision;
import org.thalweg.torch.engine.TensorArrays;
import org.thalweg.torch.network.InputForm;

/**
 * The features of samples as the arguments of a network: the numbers of a sample, row-major, are
 * divided among the arguments in their order.
 */
final class InputTensors {
  /** Numbers copied to native memory at a time. */
  private static final int COPIED = 1 << 16;

  /** float32 holds every whole number up to here, so that an id beyond may have been rounded. */
  private static final float EXACT = 1 << 24;

  private InputTensors() {}

  /** One tensor for each form, samples × shape, in the innermost scope. */
  static List<Tensor> of(Samples samples, List<InputForm> forms, Precision precision) {
    requireFit(samples, forms);
    List<Tensor> tensors = new ArrayList<>();
    for (InputForm form : forms) {
      long[] shape = shape(samples.count(), form);
      tensors.add(TensorArrays.empty(ScalarType.Float, shape));
    }
    fill(samples, forms, tensors);
    for (int i = 0; i < forms.size(); i++) {
      tensors.set(i, converted(tensors.get(i), forms.get(i), precision));
    }
    return tensors;
  }

  /** A copy of some samples, with the channels where they were. */
  static Tensor select(Tensor all, Tensor indices) {
    boolean channelsLast = all.dim() == 4 && all.stride(1) == 1;
    return channelsLast
        ? all.permute(0, 2, 3, 1).index_select(0, indices).permute(0, 3, 1, 2)
        : all.index_select(0, indices);
  }

  private static void fill(Samples samples, List<InputForm> forms, List<Tensor> tensors) {
    int count = samples.count();
    int size = elements(samples.featureShape());
    int together = Math.max(1, COPIED / Math.max(1, size));
    float[] copied = new float[together * size];
    float[] part = new float[together * forms.stream().mapToInt(InputForm::size).max().orElse(0)];
    for (int start = 0; start < count; start += together) {
      int length = Math.min(together, count - start);
      for (int i = 0; i < length; i++) {
        samples.features(start + i, copied, i * size);
      }
      int column = 0;
      for (int k = 0; k < forms.size(); k++) {
        int width = forms.get(k).size();
        for (int i = 0; i < length; i++) {
          System.arraycopy(copied, i * size + column, part, i * width, width);
        }
        requireKind(forms.get(k), part, length * width, start);
        TensorArrays.copy(part, 0, length * width, tensors.get(k), (long) start * width);
        column += width;
      }
    }
  }

  private static Tensor converted(Tensor tensor, InputForm form, Precision precision) {
    return switch (form.kind()) {
      case REAL -> {
        Tensor real = tensor.to(TensorArrays.scalarType(precision));
        yield form.channelsLast() ? channelsLast(real) : real;
      }
      case INTEGER -> tensor.to(ScalarType.Long);
      case BOOLEAN -> tensor.to(ScalarType.Bool);
    };
  }

  /**
   * Images with the channels of a pixel side by side. With one channel both layouts are the same
   * numbers, and only strides tell which is meant.
   */
  private static Tensor channelsLast(Tensor images) {
    long[] shape = {images.size(0), images.size(1), images.size(2), images.size(3)};
    long channels = shape[1];
    long rowLength = shape[3] * channels;
    return images
        .contiguous(MemoryFormat.ChannelsLast)
        .as_strided(shape, shape[2] * rowLength, 1, rowLength, channels);
  }

  private static void requireFit(Samples samples, List<InputForm> forms) {
    long size = forms.stream().mapToLong(InputForm::size).sum();
    if (elements(samples.featureShape()) != size) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected(
              "samples of shape "
                  + (forms.size() == 1
                      ? forms.get(0).shape().toString()
                      : forms.stream().map(InputForm::shape).toList() + " one after the other")
                  + ", as the network reads them")
          .found("samples of shape " + samples.featureShape())
          .next("use the data that the network was made for");
    }
  }

  private static void requireKind(InputForm form, float[] values, int length, int firstSample) {
    if (form.kind() == InputForm.Kind.REAL) {
      return;
    }
    for (int i = 0; i < length; i++) {
      float value = values[i];
      boolean fits =
          form.kind() == InputForm.Kind.BOOLEAN
              ? value == 0 || value == 1
              : value == Math.rint(value) && Math.abs(value) < EXACT;
      if (!fits) {
        throw ThalwegException.of(ErrorCode.DATA_FORMAT)
            .expected(
                form.kind() == InputForm.Kind.BOOLEAN
                    ? "0 or 1 for an argument of truth values"
                    : "whole numbers below 16777216 for an argument of integers")
            .found(value + " at sample " + (firstSample + i / form.size()))
            .next("declare this argument as real, or correct the data");
      }
    }
  }

  private static long[] shape(int count, InputForm form) {
    long[] shape = new long[form.shape().size() + 1];
    shape[0] = count;
    for (int i = 1; i < shape.length; i++) {
      shape[i] = form.shape().get(i - 1);
    }
    return shape;
  }

  private static int elements(List<Integer> shape) {
    return shape.stream().reduce(1, Math::multiplyExact);
  }
}
