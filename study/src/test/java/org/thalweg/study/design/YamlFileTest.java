package org.thalweg.study.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFileTest {
  private static YamlMapping read(String text) {
    return YamlFile.read("f.yaml", text).mapping();
  }

  @Test
  void everyValueKnowsItsKeyAndItsLine() {
    YamlMapping all = read("# comment\na: 1\nb:\n  - x\n  - {c: 2.5}\nd:\n  e: true\n");
    assertThat(all.keys().get("b")).isEqualTo(new Place("f.yaml", 3));
    assertThat(all.require("a", "").scalar().whole(0, 9)).isEqualTo(1);
    YamlSequence list = all.require("b", "").sequence();
    assertThat(list.place().line()).isEqualTo(3);
    assertThat(list.items().get(0).place().line()).isEqualTo(4);
    YamlScalar inner = list.items().get(1).mapping().require("c", "").scalar();
    assertThat(inner.number()).isEqualTo(2.5);
    assertThat(inner.place()).hasToString("f.yaml:5");
    assertThat(all.require("d", "").mapping().value("e").orElseThrow().truth()).isTrue();
    assertThat(all.find("f")).isEmpty();
  }

  @Test
  void valuesAreOfTheCoreSchema() {
    YamlMapping all = read("a: '1'\nb: 1e-3\nc: yes\nd: ~\ne: 1:30\nf: -1:1\ng: 010\n");
    assertThat(all.value("a").orElseThrow().kind()).isEqualTo(YamlScalar.Kind.TEXT);
    assertThat(all.value("b").orElseThrow().number()).isEqualTo(0.001);
    assertThat(all.value("c").orElseThrow().text()).isEqualTo("yes");
    assertThat(all.require("d", "").nothing()).isTrue();
    assertThat(all.value("e").orElseThrow().text()).isEqualTo("1:30");
    assertThat(all.value("f").orElseThrow().text()).isEqualTo("-1:1");
    assertThat(all.value("g").orElseThrow().whole(0, 99)).isEqualTo(10);
    assertThatThrownBy(() -> all.value("a").orElseThrow().number())
        .hasMessageContaining("f.yaml:1");
  }

  @Test
  void aliasesThatMultiplyAreRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i <= 9; i++) {
      String before = "*a" + (i - 1);
      bomb.append(
          "a%d: &a%d [%s]\n"
              .formatted(
                  i,
                  i,
                  String.join(
                      ", ",
                      List.of(
                          before, before, before, before, before, before, before, before, before,
                          before))));
    }
    assertThatThrownBy(() -> read(bomb.toString())).hasMessageContaining("values");
  }

  @ParameterizedTest
  @ValueSource(ints = {31, 1_000, 100_000})
  void depthIsLimited(int depth) {
    assertThatThrownBy(() -> read("a: " + "[".repeat(depth)))
        .hasMessageContaining("30 levels inside each other");
    assertThatThrownBy(() -> read("a: " + "{b: ".repeat(depth)))
        .hasMessageContaining("30 levels inside each other");
  }

  @Test
  void sizeIsLimited() {
    assertThatThrownBy(() -> read("a: b\n# " + "x".repeat(1_000_000)))
        .hasMessageContaining("1000000 characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "# only a comment\n", "- a\n- b\n", "text", "a: b\n---\nc: d\n", "a: *b\n", "a: 'b\n",
        "? [a]\n: b\n", "a: b\n c: d\n", "a: !x b\n", "a: &a [*a]\n", "a: b: c\n", "\u0000",
            "'': 1",
        "a: @b", "%YAML 1.2\na", "a: \"\\q\""
      })
  void whatIsNoStudyIsRefusedWithItsLine(String text) {
    assertThatThrownBy(() -> read(text).only(List.of("nothing")))
        .hasMessageContaining("TW-1005")
        .hasMessageContaining("f.yaml")
        .hasMessageContaining("next:");
  }

  @Test
  void overlays() {
    YamlMapping base = read("a: 1\nb: {c: 2, d: [3, 4]}\ne: 5\n");
    YamlMapping over = YamlOverlay.of(base, read("b: {d: [6], f: 7}\ne: ~\ng: 8\n"));
    assertThat(over.entries().keySet()).containsExactly("a", "b", "g");
    YamlMapping b = over.require("b", "").mapping();
    assertThat(b.entries().keySet()).containsExactly("c", "d", "f");
    assertThat(b.require("d", "").sequence().texts()).containsExactly("6");
    assertThat(base.require("e", "").scalar().whole(0, 9)).isEqualTo(5);
  }
}
