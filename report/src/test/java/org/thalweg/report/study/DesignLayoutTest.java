package org.thalweg.report.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.thalweg.figure.GroupStyle;
import org.thalweg.study.design.Study;

class DesignLayoutTest {
  @Test
  void oneFactorGivesCategoriesWithStylesOfTheirOwn() {
    DesignLayout layout = new DesignLayout(SampleDesigns.architectures(2));
    assertThat(layout.categories()).containsExactly("shallow", "deep", "wide", "residual");
    assertThat(layout.groups()).isEmpty();
    assertThat(layout.categoryName()).isEqualTo("architecture");
    assertThat(layout.style(Map.of("network", "wide"))).isEqualTo(GroupStyle.of(2));
    assertThat(layout.columns(4)).isEqualTo(4);
    assertThat(layout.columns(6)).isEqualTo(3);
    assertThat(layout.columns(1)).isEqualTo(1);
  }

  @Test
  void ofTwoFactorsTheLastStandsSideBySide() {
    Study study = SampleDesigns.optimizers(List.of("mlp-32", "cnn-16"), 2);
    DesignLayout layout = new DesignLayout(study);
    assertThat(layout.categories()).containsExactly("mlp-32", "cnn-16");
    assertThat(layout.groups())
        .extracting(group -> group.name())
        .containsExactly("sgd", "momentum", "adam");
    Map<String, String> levels = Map.of("network", "cnn-16", "optimizer", "adam");
    assertThat(layout.categoryIndex(levels)).isEqualTo(1);
    assertThat(layout.groupIndex(levels)).isEqualTo(2);
    assertThat(layout.style(levels)).isEqualTo(new GroupStyle(2, 1));
    assertThat(layout.columns(6)).isEqualTo(3);
  }

  @Test
  void noTwoCellsLookAlike() {
    Study study =
        SampleDesigns.optimizers(
            List.of("mlp-32", "mlp-64", "mlp-128", "cnn-16", "cnn-32", "cnn-64"), 1);
    DesignLayout layout = new DesignLayout(study);
    Set<String> looks = new HashSet<>();
    study
        .cells()
        .forEach(
            cell -> {
              GroupStyle style = layout.style(cell.levels());
              looks.add(style.hex() + style.symbol() + style.dash());
            });
    assertThat(looks).hasSize(18);
  }

  @Test
  void aSingleCellIsACategory() {
    DesignLayout layout = new DesignLayout(SampleDesigns.single(1));
    assertThat(layout.categories()).containsExactly("cnn-16");
    assertThat(layout.categoryIndex(Map.of("network", "cnn-16"))).isZero();
  }

  @Test
  void namesAreFitForFilesAndUnique() {
    FigureNames names = new FigureNames();
    assertThat(names.next("values", "lambda_max")).isEqualTo("values-lambda_max");
    assertThat(names.next("values", "λ/../<x>")).isEqualTo("values-x");
    assertThat(names.next("values", "X")).isEqualTo("values-x-2");
    assertThat(names.next("bars", "")).isEqualTo("bars");
    assertThat(names.next("bars", "λ")).isEqualTo("bars-2");
  }
}
