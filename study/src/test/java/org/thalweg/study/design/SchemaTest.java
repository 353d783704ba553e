package org.thalweg.study.design;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What editors are told, against what the reader does. */
class SchemaTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final JsonNode TEXT = JSON.readTree(Resources.text("study.schema.json"));
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Resources.text("study.schema.json"));

  static Stream<String> names() {
    return BundledStudies.names().stream();
  }

  static Stream<Mistake> mistakes() {
    return Mistakes.all();
  }

  private static List<Error> errors(String yaml) {
    Object plain =
        new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(yaml);
    return SCHEMA.validate(JSON.<JsonNode>valueToTree(plain));
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyBundledStudyFits(String name) {
    assertThat(errors(BundledStudies.text(name).orElseThrow())).isEmpty();
  }

  @Test
  void theUnbrokenFileFits() {
    assertThat(errors(Mistake.BASE)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void whatIsWrongInStructureIsRefusedHereToo(Mistake mistake) {
    if (mistake.structural()) {
      assertThat(errors(mistake.file())).as(mistake.file()).isNotEmpty();
    }
  }

  @Test
  void itKnowsTheKeysOfTheReader() {
    assertThat(keys(TEXT.get("properties"))).containsExactlyInAnyOrderElementsOf(StudyReader.KEYS);
    assertThat(keys(definition("training")))
        .containsExactlyInAnyOrderElementsOf(TrainingSettings.NAMES);
    assertThat(keys(definition("analysis")))
        .containsExactlyInAnyOrderElementsOf(AnalysisReader.KEYS);
    assertThat(keys(definition("change")))
        .containsExactlyInAnyOrderElementsOf(QuantityDefinition.KEYS);
  }

  @Test
  void itKnowsTheOptionsOfEveryProbe() {
    ProbeOptions known = ProbeOptions.load();
    for (String probe : known.probes()) {
      TreeSet<String> expected = new TreeSet<>(known.of(probe).keySet());
      expected.addAll(probe.equals("connect") ? List.of("pairs") : List.of("probe", "at"));
      assertThat(keys(definition(probe))).as(probe).containsExactlyInAnyOrderElementsOf(expected);
      known
          .of(probe)
          .forEach(
              (option, kind) ->
                  assertThat(words(definition(probe).get(option)))
                      .as(probe + " " + option)
                      .isEqualTo(kind.words()));
    }
  }

  @Test
  void itKnowsTheStandardQuantitiesAndSeries() {
    assertThat(words(TEXT.at("/$defs/quantities/items")))
        .containsExactlyElementsOf(new StandardQuantities(List.of(), List.of(), List.of()).names());
    assertThat(words(TEXT.at("/$defs/series/items"))).isEqualTo(SeriesReader.standard());
    assertThat(words(TEXT.at("/$defs/change/properties/statistic")))
        .containsExactlyInAnyOrderElementsOf(
            TrainingStatistic.names().stream().filter(name -> !name.contains(":")).toList());
  }

  private static JsonNode definition(String name) {
    return TEXT.at("/$defs/" + name + "/properties");
  }

  private static List<String> keys(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  /** The words of an enumeration, or of the first alternative that is one. */
  private static List<String> words(JsonNode node) {
    List<String> words = new ArrayList<>();
    JsonNode first = node.has("enum") ? node : node.path("anyOf").path(0);
    first.path("enum").forEach(word -> words.add(word.asString()));
    return words;
  }
}
