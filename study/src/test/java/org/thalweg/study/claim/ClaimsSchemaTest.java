package org.thalweg.study.claim;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What editors are told, against what the reader does. */
class ClaimsSchemaTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(resource("claims.schema.json"));

  private static String resource(String name) {
    try (InputStream stream =
        Objects.requireNonNull(ClaimsFile.class.getResourceAsStream(name), name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Error> errors(String yaml) {
    Object plain =
        new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(yaml);
    return SCHEMA.validate(JSON.<JsonNode>valueToTree(plain));
  }

  private static List<Error> ofRule(String rule) {
    return errors("claims: [{id: C, text: t, study: s, rule: {" + rule + "}}]");
  }

  @Test
  void theBundledClaimsFit() {
    assertThat(errors(resource("claims.yaml"))).isEmpty();
  }

  @Test
  void itKnowsTheKindsOfTheReader() {
    JsonNode kinds = JSON.readTree(resource("claims.schema.json")).at("/$defs/rule/properties");
    assertThat(kinds.propertyNames()).containsExactlyInAnyOrderElementsOf(RuleReader.kindNames());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order: {quantity: q, factor: f, ascending: [a, b], pairs: all, as: ratio, where: {g: [x]}}",
        "correlation: {predictor: p, outcome: q, kind: spearman, over: within, given: r}",
        "mean: {quantity: q, between: [20, 80], mean: geometric, in: all-cells}",
        "prediction: {weights: {a: 2}, outcome: q}",
        "all: [{invariance: {before: p, after: q, within: 1.05}}]"
      })
  void whatTheReaderTakesFits(String rule) {
    assertThat(ofRule(rule)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order: {quantity: q, factor: f, ascending: [a]}",
        "order: {quantity: q, factor: f, ascending: [a, b], as: log}",
        "order: {quantity: q, factor: f, ascending: [a, b], size: 2}",
        "ordre: {quantity: q}",
        "trend: {quantity: q, factor: f, direction: up}",
        "correlation: {predictor: p, outcome: q, at-least: 2}",
        "mean: {quantity: q}",
        "mean: {quantity: q, above: 1, below: 2}",
        "share: {quantity: q, above: 1}",
        "prediction: {outcome: q}",
        "invariance: {before: p, after: q, within: 1}",
        "all: []",
        "share: {quantity: q, above: 1, at-least: 1}, agreement: {predictor: p, outcome: q}"
      })
  void whatTheReaderRefusesDoesNot(String rule) {
    assertThat(ofRule(rule)).isNotEmpty();
  }

  @Test
  void aClaimNeedsItsParts() {
    assertThat(errors("claims: [{id: C, text: t, study: s}]")).isNotEmpty();
    assertThat(errors("claim: []")).isNotEmpty();
  }
}
