package org.thalweg.it;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A process that has ended, and what it said. */
record Finished(int exitCode, String out, String err) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** Expects success. */
  Finished ok() {
    assertThat(exitCode).as(err).isZero();
    return this;
  }

  /** Expects a failure that this code names, and nothing on standard output. */
  Finished failed(String code) {
    assertThat(exitCode).as(err).isBetween(1, 2);
    assertThat(err).contains(code);
    assertThat(out).isEmpty();
    return this;
  }

  /** Standard output as exactly one JSON document: anything behind it is an error. */
  JsonNode json() {
    try (var parser = MAPPER.createParser(out)) {
      JsonNode document = MAPPER.readTree(parser);
      assertThat(parser.nextToken()).as("what follows the document").isNull();
      return document;
    }
  }
}
