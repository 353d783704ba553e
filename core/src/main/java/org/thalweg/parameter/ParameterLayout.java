package org.thalweg.parameter;

import java.util.ArrayList;
import java.util.List;

/** How θ is divided: the row-major concatenation of named tensors in a fixed order. */
public record ParameterLayout(List<ParameterTensor> tensors) {
  public ParameterLayout {
    tensors = List.copyOf(tensors);
  }

  /** The number of parameters d. */
  public int dimension() {
    return tensors.stream().mapToInt(ParameterTensor::size).sum();
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
      offset += tensor.size();
      return this;
    }

    public ParameterLayout build() {
      return new ParameterLayout(tensors);
    }
  }
}
