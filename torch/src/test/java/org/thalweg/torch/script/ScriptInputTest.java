package org.thalweg.torch.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.torch.network.InputForm;

class ScriptInputTest {
  @Test
  void argumentsDivideTheFeaturesInOrder() {
    assertThat(ScriptInput.forms(ScriptInput.parse("int:16, float:3x32x32,bool:2"), List.of(9)))
        .containsExactly(
            new InputForm(List.of(16), InputForm.Kind.INTEGER, false),
            new InputForm(List.of(3, 32, 32), InputForm.Kind.REAL, false),
            new InputForm(List.of(2), InputForm.Kind.BOOLEAN, false));
  }

  @Test
  void aSingleArgumentHasTheShapeOfTheFeatures() {
    assertThat(ScriptInput.forms(ScriptInput.parse("int"), List.of(4, 5)))
        .containsExactly(new InputForm(List.of(4, 5), InputForm.Kind.INTEGER, false));
    assertThat(ScriptInput.forms(List.of(), List.of(4, 5)))
        .containsExactly(InputForm.real(List.of(4, 5)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "long", "int:", "int:0", "int:3x", "float:-1", "int,,float"})
  void whatMeansNothingIsRefused(String text) {
    assertThatThrownBy(() -> ScriptInput.parse(text)).hasMessageContaining("TW-1001");
  }

  @Test
  void severalArgumentsNeedShapes() {
    assertThatThrownBy(() -> ScriptInput.forms(ScriptInput.parse("int:3,float"), List.of(6)))
        .hasMessageContaining("TW-1001");
  }

  @ParameterizedTest
  @CsvSource({
    "layer4.*, layer4.0.conv1.weight, true",
    "layer4.*, layer40.weight, false",
    "layer?.weight, layer4.weight, true",
    "layer?.weight, layer44.weight, false",
    "'fc.*,!*.bias', fc.weight, true",
    "'fc.*,!*.bias', fc.bias, false",
    "!*.bias, conv.weight, true",
    "!*.bias, conv.bias, false",
    "a.b, aXb, false"
  })
  void patternsSelectParameters(String patterns, String name, boolean selected) {
    assertThat(ParameterSelection.parse(patterns).selects(name)).isEqualTo(selected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a,", "!"})
  void emptyPatternsAreRefused(String patterns) {
    assertThatThrownBy(() -> ParameterSelection.parse(patterns)).hasMessageContaining("TW-1001");
  }
}
