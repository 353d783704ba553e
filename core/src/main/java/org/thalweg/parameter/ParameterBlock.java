package org.thalweg.parameter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * Some of the tensors of a layout, in parameter order: the rows and columns of a block of a matrix.
 *
 * @param name how it was asked for
 */
public record ParameterBlock(String name, List<ParameterTensor> tensors) {
  /** The name of the block of all tensors. */
  public static final String ALL = "all";

  public ParameterBlock {
    tensors = List.copyOf(tensors);
  }

  /** Every tensor. */
  public static ParameterBlock all(ParameterLayout layout) {
    return new ParameterBlock(ALL, layout.tensors());
  }

  /**
   * The tensors whose names fit a pattern, in which {@code *} stands for any characters; a layer's
   * name stands for its tensors.
   *
   * @throws ThalwegException {@code UNKNOWN_NAME} if none does
   */
  public static ParameterBlock matching(ParameterLayout layout, String pattern) {
    if (pattern.equals(ALL)) {
      return all(layout);
    }
    Pattern names = Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
    List<ParameterTensor> fitting =
        layout.tensors().stream()
            .filter(
                tensor ->
                    names.matcher(tensor.name()).matches()
                        || names.matcher(layerOf(tensor)).matches())
            .toList();
    if (fitting.isEmpty()) {
      throw ThalwegException.of(ErrorCode.UNKNOWN_NAME)
          .expected(
              "a pattern that fits one of "
                  + String.join(
                      ", ", layout.tensors().stream().map(ParameterTensor::name).toList()))
          .found("'" + pattern + "'")
          .next("name a tensor or a layer, with * for any characters");
    }
    return new ParameterBlock(pattern, fitting);
  }

  /**
   * The layers: tensors whose names agree up to the last dot belong together, so that {@code
   * fc.weight} and {@code fc.bias} are the layer {@code fc}.
   */
  public static List<ParameterBlock> layers(ParameterLayout layout) {
    Map<String, List<ParameterTensor>> layers = new LinkedHashMap<>();
    for (ParameterTensor tensor : layout.tensors()) {
      layers.computeIfAbsent(layerOf(tensor), name -> new ArrayList<>()).add(tensor);
    }
    return layers.entrySet().stream()
        .map(layer -> new ParameterBlock(layer.getKey(), layer.getValue()))
        .toList();
  }

  /** The number of parameters. */
  public int dimension() {
    return tensors.stream().mapToInt(ParameterTensor::size).sum();
  }

  private static String layerOf(ParameterTensor tensor) {
    int dot = tensor.name().lastIndexOf('.');
    return dot < 0 ? tensor.name() : tensor.name().substring(0, dot);
  }
}
