package org.thalweg.torch.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thalweg.array.NumericArray;
import org.thalweg.parameter.ParameterLayout;

class CheckpointNamesTest {
  private final ParameterLayout layout =
      BuiltInNetwork.create(NetworkSpecification.parse("mlp:3,3,3", Activation.RELU), List.of(2), 4)
          .layout();

  @Test
  void ownNamesStay() {
    Map<String, NumericArray> arrays =
        arrays(layout.tensors().stream().map(t -> t.name()).toList());
    assertThat(CheckpointNames.of(layout, arrays).renamings()).isEmpty();
  }

  @Test
  void aCommonFrontIsTakenAway() {
    Map<String, NumericArray> arrays =
        arrays(layout.tensors().stream().map(t -> "_orig_mod.module." + t.name()).toList());
    CheckpointNames names = CheckpointNames.of(layout, arrays);
    assertThat(names.renamings()).containsEntry("_orig_mod.module.net.2.bias", "net.2.bias");
    assertThat(names.renamed(arrays).keySet())
        .containsExactlyElementsOf(layout.tensors().stream().map(t -> t.name()).toList());
  }

  /** fc10 is the layer behind fc9, whatever the order in the file. */
  @Test
  void likeTensorsArePairedInTheOrderOfTheirNumbers() {
    Map<String, NumericArray> arrays = new LinkedHashMap<>();
    put(arrays, "head.weight", 4, 3);
    put(arrays, "fc10.weight", 3, 3);
    put(arrays, "fc9.weight", 3, 3);
    put(arrays, "fc8.weight", 3, 2);
    put(arrays, "fc10.bias", 3);
    put(arrays, "fc9.bias", 3);
    put(arrays, "fc8.bias", 3);
    put(arrays, "head.bias", 4);
    assertThat(CheckpointNames.of(layout, arrays).renamings())
        .isEqualTo(
            Map.of(
                "fc8.weight", "net.0.weight",
                "fc8.bias", "net.0.bias",
                "fc9.weight", "net.2.weight",
                "fc9.bias", "net.2.bias",
                "fc10.weight", "net.4.weight",
                "fc10.bias", "net.4.bias",
                "head.weight", "net.6.weight",
                "head.bias", "net.6.bias"));
  }

  @Test
  void nothingIsRenamedWhereShapesOrCountsDiffer() {
    Map<String, NumericArray> arrays =
        arrays(layout.tensors().stream().map(t -> "x" + t.name()).toList());
    put(arrays, "xnet.0.weight", 2, 3);
    assertThat(CheckpointNames.of(layout, arrays).renamings()).isEmpty();
    arrays.remove("xnet.0.weight");
    CheckpointNames names = CheckpointNames.of(layout, arrays);
    assertThat(names.renamings()).isEmpty();
    assertThat(names.renamed(arrays)).isEqualTo(arrays);
  }

  /** A matrix called bias is no weight of the same shape. */
  @Test
  void theLastPartOfANameCounts() {
    ParameterLayout square =
        BuiltInNetwork.create(NetworkSpecification.parse("mlp", Activation.RELU), List.of(1), 1)
            .layout();
    Map<String, NumericArray> arrays = new LinkedHashMap<>();
    put(arrays, "a.scale", 1, 1);
    put(arrays, "a.bias", 1);
    assertThat(CheckpointNames.of(square, arrays).renamings()).isEmpty();
  }

  private Map<String, NumericArray> arrays(List<String> names) {
    Map<String, NumericArray> arrays = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      put(arrays, names.get(i), layout.tensors().get(i).shape().toArray(Integer[]::new));
    }
    return arrays;
  }

  private static void put(Map<String, NumericArray> arrays, String name, Integer... shape) {
    int size = 1;
    for (int length : shape) {
      size *= length;
    }
    arrays.put(name, NumericArray.of(new double[size], shape));
  }
}
