package org.thalweg.bench;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Conv2dOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.thalweg.torch.network.NetworkFamily;

/** A built-in network from stock modules, in the order in which a user would write them. */
final class PlainModel implements PlainFunction {
  private static final long[] TWO = {2, 2};

  private final List<Conv2dImpl> convolutions = new ArrayList<>();
  private final List<Conv2dImpl> skips = new ArrayList<>();
  private final List<LinearImpl> layers = new ArrayList<>();

  private PlainModel() {}

  static PlainModel of(Subject subject) {
    PlainModel model = new PlainModel();
    List<Integer> widths = subject.specification().widths();
    NetworkFamily family = subject.specification().family();
    List<Integer> shape = subject.samples().featureShape();
    int size = shape.stream().reduce(1, Math::multiplyExact);
    if (family == NetworkFamily.MLP) {
      for (int width : widths) {
        model.layers.add(new LinearImpl(size, width));
        size = width;
      }
    } else {
      int channels = shape.get(0);
      for (int width : widths) {
        boolean skipped = family == NetworkFamily.RESCNN && !model.convolutions.isEmpty();
        model.convolutions.add(convolution(channels, width, 3));
        if (skipped) {
          model.skips.add(convolution(channels, width, 1));
        }
        channels = width;
      }
      int side = shape.get(1) >> widths.size();
      size = channels * side * side;
    }
    model.layers.add(new LinearImpl(size, subject.outputs()));
    return model;
  }

  private static Conv2dImpl convolution(long in, long out, long side) {
    Conv2dOptions options = new Conv2dOptions(in, out, new LongPointer(side, side));
    options.padding().put(new LongPointer(side / 2, side / 2));
    return new Conv2dImpl(options);
  }

  @Override
  public Tensor forward(Tensor x) {
    Tensor hidden = x;
    for (int stage = 0; stage < convolutions.size(); stage++) {
      Tensor convolved = convolutions.get(stage).forward(hidden);
      if (stage > 0 && !skips.isEmpty()) {
        convolved = convolved.add(skips.get(stage - 1).forward(hidden));
      }
      hidden = torch.max_pool2d(torch.relu(convolved), TWO);
    }
    hidden = hidden.flatten(1, -1);
    for (LinearImpl layer : layers.subList(0, layers.size() - 1)) {
      hidden = torch.relu(layer.forward(hidden));
    }
    return layers.get(layers.size() - 1).forward(hidden);
  }

  @Override
  public TensorVector parameters() {
    List<Tensor> all = new ArrayList<>();
    List<Module> modules = new ArrayList<>(convolutions);
    modules.addAll(skips);
    modules.addAll(layers);
    for (Module module : modules) {
      TensorVector own = module.parameters();
      for (long i = 0; i < own.size(); i++) {
        all.add(own.get(i));
      }
    }
    return new TensorVector(all.toArray(new Tensor[0]));
  }
}
