package org.thalweg.parameter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * How θ is divided: the row-major concatenation of named tensors in a fixed order, without gaps or
 * overlaps, every name once.
 */
public record ParameterLayout(List<ParameterTensor> tensors) {
  public ParameterLayout {
    tensors = List.copyOf(tensors);
    Set<String> names = new HashSet<>();
    int offset = 0;
    for (ParameterTensor tensor : tensors) {
      if (!names.add(tensor.name())) {
        throw ThalwegException.of(ErrorCode.INVALID_LAYOUT)
            .expected("every name once")
            .found("two tensors named '" + tensor.name() + "'")
            .next("give each tensor a name of its own");
      }
      if (tensor.offset() != offset) {
        throw ThalwegException.of(ErrorCode.INVALID_LAYOUT)
            .expected("tensor '" + tensor.name() + "' at offset " + offset)
            .found("offset " + tensor.offset())
            .next("let ParameterLayout.builder() compute the offsets");
      }
      offset = tensor.slice().end();
    }
  }

  /** The number of parameters d. */
  public int dimension() {
    return tensors.isEmpty() ? 0 : tensors.get(tensors.size() - 1).slice().end();
  }

  /** The tensor of this name, if there is one. */
  public Optional<ParameterTensor> find(String name) {
    return tensors.stream().filter(tensor -> tensor.name().equals(name)).findFirst();
  }

  /** The tensor of this name; an error that lists the known names if there is none. */
  public ParameterTensor tensor(String name) {
    return find(name)
        .orElseThrow(
            () ->
                ThalwegException.of(ErrorCode.UNKNOWN_NAME)
                    .expected(
                        tensors.stream()
                            .map(ParameterTensor::name)
                            .collect(Collectors.joining(", ", "one of ", "")))
                    .found("'" + name + "'")
                    .next("choose a tensor of this network"));
  }

  /**
   * Names and shapes in order, e.g. {@code "fc.weight[10,784] fc.bias[10]"}: two networks whose
   * flat vectors mean the same have the same fingerprint. Readable, so that a difference can be
   * shown; not short.
   */
  public String fingerprint() {
    return tensors.stream()
        .map(
            tensor ->
                tensor.shape().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(",", tensor.name() + "[", "]")))
        .collect(Collectors.joining(" "));
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Appends tensors one after another. */
  public static final class Builder {
    private final List<ParameterTensor> tensors = new ArrayList<>();
    private int offset;

    private Builder() {}

    public Builder add(String name, ParameterKind kind, Integer... shape) {
      ParameterTensor tensor = new ParameterTensor(name, List.of(shape), kind, offset);
      tensors.add(tensor);
      offset = tensor.slice().end();
      return this;
    }

    public ParameterLayout build() {
      return new ParameterLayout(tensors);
    }
  }
}
