package org.thalweg.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.figure.SampleResults;
import org.thalweg.figure.SampleTrajectory;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Cost;
import org.thalweg.result.Eigenvalue;
import org.thalweg.result.Grid;
import org.thalweg.result.Outcome;
import org.thalweg.result.ProbeResult;
import org.thalweg.result.SliceResult;
import org.thalweg.result.SpectrumResult;
import org.thalweg.result.SurfaceResult;
import org.thalweg.result.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ResultJsonTest {
  private static final JsonMapper PLAIN = JsonMapper.builder().build();

  static ProbeResult[] results() {
    return new ProbeResult[] {
      Examples.slice(),
      Examples.surface(),
      Examples.spectrum(),
      Examples.gradient(),
      Examples.noisyGradient(),
      SampleResults.band(3, 5),
      SampleResults.adaptive(9),
      SampleResults.convexity(5),
      SampleResults.topology(),
      Examples.sharpness(),
      Examples.audit(),
      SampleTrajectory.full(),
      SampleTrajectory.withoutThreshold(),
      SampleTrajectory.line(),
      Examples.connection()
    };
  }

  @ParameterizedTest
  @MethodSource("results")
  void whatIsReadEqualsWhatWasWritten(ProbeResult result) {
    String document = ResultJson.write(result, Examples.provenance());

    StoredResult read = ResultJson.read("some-id", document);

    assertThat(read).isEqualTo(new StoredResult("some-id", result, Examples.provenance()));
    assertThat(ResultJson.write(read.result(), read.provenance())).isEqualTo(document);
  }

  @ParameterizedTest
  @MethodSource("results")
  void theEnvelopeHasFixedKeysInAFixedOrder(ProbeResult result) {
    JsonNode document = PLAIN.readTree(ResultJson.write(result, Examples.provenance()));

    assertThat(document.propertyNames())
        .containsExactly("probe", "outcome", "values", "cost", "provenance");
    assertThat(document.get("cost").propertyNames())
        .containsExactly("forward", "gradient", "hvp", "seconds");
    assertThat(document.get("probe").asString()).isEqualTo(result.probe());
    assertThat(document.get("outcome").asString()).isEqualTo(result.outcome().text());
    assertThat(document.get("cost").get("hvp").asLong()).isEqualTo(result.cost().hessianProducts());
  }

  @Test
  void everyMeasureOfSharpnessHasAnObject() throws Exception {
    JsonNode values =
        PLAIN.readTree(ResultJson.write(Examples.sharpness(), Examples.provenance())).get("values");
    assertThat(values.propertyNames())
        .containsExactly("loss", "parameterNorm", "ball", "gaussian", "sam");
    JsonNode ball = values.get("ball");
    assertThat(ball.get("value").doubleValue()).isEqualTo(1.0 / 3);
    assertThat(ball.get("stderr").stringValue()).isEqualTo("NaN");
    assertThat(ball.get("dataStderr").doubleValue()).isEqualTo(1e-300);
    assertThat(ball.get("radius").doubleValue()).isEqualTo(0.05);
    assertThat(ball.get("radiusUnit").stringValue()).isEqualTo("‖δ‖₂");
    assertThat(ball.get("draws").intValue()).isEqualTo(20);
    assertThat(ball.get("details").get("sampled").doubleValue()).isZero();
    assertThat(ball.get("outcome").stringValue()).isEqualTo("budget exhausted");
    assertThat(values.get("gaussian").get("value").stringValue()).isEqualTo("Infinity");
    assertThat(values.get("sam").get("outcome").stringValue()).isEqualTo("not applicable");
    assertThat(values.get("sam").get("reason").stringValue()).isEqualTo("needs a \"gradient\"");
    assertThat(values.get("loss").get("value").doubleValue()).isEqualTo(0.3);
  }

  @Test
  void aNoisyGradientSaysValueAndError() {
    JsonNode values =
        PLAIN
            .readTree(ResultJson.write(Examples.noisyGradient(), Examples.provenance()))
            .get("values");
    JsonNode noise = values.get("noise");
    assertThat(noise.get("covarianceTrace").get("value").doubleValue()).isEqualTo(4);
    assertThat(noise.get("covarianceTrace").get("stderr").doubleValue()).isEqualTo(0.5);
    assertThat(noise.get("noiseScale").get("value").stringValue()).isEqualTo("Infinity");
    assertThat(noise.get("step").get("batchSize").intValue()).isEqualTo(64);
    assertThat(values.get("overlap").get("share").get("value").doubleValue()).isEqualTo(0.75);
    assertThat(values.get("overlap").get("eigenvalues").size()).isEqualTo(2);
  }

  @Test
  void everyKindOfResultHasAFormat() {
    assertThat(Arrays.stream(results()).map(Object::getClass).distinct())
        .containsExactlyInAnyOrder(ProbeResult.class.getPermittedSubclasses());
  }

  @Test
  void namedPointsOfASurfaceAreKept() {
    ProbeResult marked = SampleResults.markedSurface(3);
    String document = ResultJson.write(marked, Examples.provenance());
    assertThat(document).contains("C: runs/third");
    assertThat(ResultJson.read("a", document).result()).isEqualTo(marked);
  }

  @Test
  void aSurfaceIsRowsOfTheFirstAxis() {
    JsonNode values =
        PLAIN.readTree(ResultJson.write(Examples.surface(), Examples.provenance())).get("values");

    assertThat(values.get("alpha").toString()).isEqualTo("[-1.0,1.0]");
    assertThat(values.get("beta").toString()).isEqualTo("[-2.0,0.0,2.0]");
    assertThat(values.get("loss").toString()).isEqualTo("[[1.0,2.0,3.0],[4.0,5.0,\"NaN\"]]");
    assertThat(values.get("accuracy").toString())
        .isEqualTo("[[0.9,0.8,0.7],[0.6,\"Infinity\",\"NaN\"]]");
  }

  @Test
  void aConnectionNamesItsNumbers() {
    JsonNode values =
        PLAIN
            .readTree(ResultJson.write(Examples.connection(), Examples.provenance()))
            .get("values");

    assertThat(values.get("t").toString()).isEqualTo("[0.0,0.5,1.0]");
    assertThat(values.get("loss").toString()).isEqualTo("[0.1,\"NaN\",0.2]");
    assertThat(values.get("accuracy").toString()).isEqualTo("[0.9,0.8,\"NaN\"]");
    assertThat(values.get("barrier").asDouble()).isEqualTo(0.5);
    assertThat(values.get("relativeBarrier").asString()).isEqualTo("Infinity");
    assertThat(values.get("length").asDouble()).isEqualTo(5);
    assertThat(values.get("samples").asString()).isEqualTo("train");
    assertThat(values.get("others").get(0).get("samples").asString()).isEqualTo("test");
    assertThat(values.get("similarity").get("distance").asDouble()).isEqualTo(4);
    assertThat(values.get("plane").get("points").get(1).toString())
        .isEqualTo("{\"alpha\":1.0,\"beta\":2.0}");
  }

  @Test
  void aSliceNamesItsNumbers() {
    JsonNode values =
        PLAIN.readTree(ResultJson.write(Examples.slice(), Examples.provenance())).get("values");

    assertThat(values.get("loss").get(2).stringValue()).isEqualTo("NaN");
    assertThat(values.get("accuracy").get(2).stringValue()).isEqualTo("-Infinity");
    assertThat(values.get("alpha").get(2).doubleValue()).isEqualTo(0.1 + 0.2);
  }

  @Test
  void aSpectrumSaysHowGoodEachEigenvalueIs() {
    JsonNode values =
        PLAIN.readTree(ResultJson.write(Examples.spectrum(), Examples.provenance())).get("values");

    assertThat(values.get("top").get(0).toString())
        .isEqualTo("{\"value\":12.5,\"residual\":1.0E-7,\"stderr\":0.75,\"converged\":true}");
    assertThat(values.get("bottom").get(0).get("converged").booleanValue()).isFalse();
  }

  @Test
  void aSpectrumHasThePartsThatWereAskedFor() {
    JsonNode values =
        PLAIN.readTree(ResultJson.write(Examples.spectrum(), Examples.provenance())).get("values");

    assertThat(values.get("trace").get("mean").doubleValue()).isEqualTo(-1.25);
    assertThat(values.get("trace").get("stderr").doubleValue()).isEqualTo(0.125);
    assertThat(values.get("trace").get("probes").intValue()).isEqualTo(40);
    assertThat(values.get("density").get("x").toString()).isEqualTo("[-1.0,0.0,1.0]");
    assertThat(values.get("density").get("y").toString()).isEqualTo("[0.1,0.8,0.1]");
    assertThat(values.get("layers").get(0).get("layer").asString()).isEqualTo("fc");
    SpectrumResult ends =
        SpectrumResult.ofEnds(
            "hessian", 9, "Lanczos", List.of(), List.of(), Outcome.CONVERGED, Cost.NONE);
    String bare = ResultJson.write(ends, Examples.provenance());
    assertThat(PLAIN.readTree(bare).get("values").propertyNames())
        .doesNotContain("trace", "density", "layers", "spectrum");
    assertThat(ResultJson.read("id", bare).result()).isEqualTo(ends);
  }

  /** As version 0.1 wrote them. */
  @Test
  void spectraWithoutABlockAreOfAllParameters() {
    SpectrumResult ends =
        SpectrumResult.ofEnds(
            "hessian",
            0,
            "",
            List.of(new Eigenvalue(2, 0.5, true)),
            List.of(),
            Outcome.CONVERGED,
            Cost.NONE);
    String document = ResultJson.write(ends, Examples.provenance());
    JsonNode tree = PLAIN.readTree(document);
    ((ObjectNode) tree.get("values"))
        .remove(List.of("block", "dimension", "method", "definiteness", "condition"));
    String old = tree.toString();
    assertThat(old).doesNotContain("block");
    assertThat(ResultJson.read("id", old).result()).isEqualTo(ends);
  }

  @Test
  void isWrittenForPeople() {
    String document = ResultJson.write(Examples.slice(), Examples.provenance());

    assertThat(document.lines())
        .startsWith(
            "{",
            "  \"probe\": \"slice\",",
            "  \"outcome\": \"cancelled\",",
            "  \"values\": {",
            "    \"direction\": \"random, \\\"filter\\\", seed 1\",",
            "    \"alpha\": [-1.0,0.0,0.30000000000000004],",
            "    \"loss\": [4.9E-324,1.7976931348623157E308,\"NaN\"],")
        .contains("  \"cost\": {\"forward\":3,\"gradient\":0,\"hvp\":0,\"seconds\":0.25},");
    assertThat(document).endsWith("\n}\n");
  }

  @Test
  void aLargeSurfaceIsWrittenRowByRow() {
    Grid grid = new Grid(3, 40, Values.linspace(0, 1, 120));
    SurfaceResult surface =
        new SurfaceResult(
            List.of(),
            Values.linspace(-1, 1, 3),
            Values.linspace(-1, 1, 40),
            grid,
            grid,
            grid,
            0,
            Outcome.CONVERGED,
            Cost.NONE);

    String document = ResultJson.write(surface, Examples.provenance());

    assertThat(document.lines().filter(line -> line.startsWith("      ["))).hasSize(9);
    assertThat(ResultJson.read("a", document).result()).isEqualTo(surface);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1]", "{}", "null", "true", "\"x\"", "\"1\""})
  void whatIsNoNumberIsRefused(String cosine) {
    String document = ResultJson.write(Examples.surface(), Examples.provenance());
    String number = "0.3333333333333333";
    assertThat(document).contains(number);

    assertThat(failure(document.replace(number, cosine)).expected()).contains("cosine");
  }

  @Test
  void numbersBeyondTheRangeDoNotCrash() {
    String document = ResultJson.write(Examples.gradient(), Examples.provenance());

    assertThat(failure(document.replace("0.01", "1" + "0".repeat(400))).expected())
        .contains("lossStandardError");
    assertThat(failure(document.replace("\"cores\": 2", "\"cores\": 5000000000")).expected())
        .contains("cores");
  }

  @Test
  void anyDoubleSurvives() {
    RandomStream random = RandomStream.of(1, "test doubles");
    double[] any = new double[5000];
    for (int i = 0; i < any.length; i++) {
      long high = (long) random.below(1 << 30) << 34;
      any[i] = Double.longBitsToDouble(high ^ ((long) random.below(1 << 30) << 17) ^ i);
    }
    Values values = Values.of(any);
    SliceResult slice =
        new SliceResult("", values, values, values, values, Outcome.CONVERGED, Cost.NONE);

    StoredResult read = ResultJson.read("a", ResultJson.write(slice, Examples.provenance()));

    assertThat(read.result()).isEqualTo(slice);
  }

  @Test
  void emptyGridsKeepTheirShape() {
    Grid none = new Grid(0, 2, Values.of());
    SurfaceResult surface =
        new SurfaceResult(
            List.of(),
            Values.of(),
            Values.of(1, 2),
            none,
            none,
            none,
            0,
            Outcome.CANCELLED,
            Cost.NONE);

    assertThat(ResultJson.read("a", ResultJson.write(surface, Examples.provenance())).result())
        .isEqualTo(surface);
  }

  @Test
  void keysFromTheFutureAreIgnored() {
    String document = ResultJson.write(Examples.surface(), Examples.provenance());
    String extended =
        document
            .replace("\"probe\"", "\"colour\" : [ { \"x\" : null } ], \"probe\"")
            .replace("\"cosine\"", "\"tilt\" : 3, \"cosine\"")
            .replace("\"forward\"", "\"backward\" : 1, \"forward\"")
            .replace("\"dataHash\"", "\"moon\" : \"full\", \"dataHash\"");

    assertThat(extended).contains("colour", "tilt", "backward", "moon");
    assertThat(ResultJson.read("a", extended).result()).isEqualTo(Examples.surface());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}",
        "{\"probe\": \"slice\"}",
        "\u0000",
        "{\"probe\": 1}",
        "NaN"
      })
  void whatIsNoResultIsACodedError(String document) {
    assertThat(failure(document).code()).isEqualTo(ErrorCode.RUN_FOLDER_INVALID);
  }

  @Test
  void everyTruncationIsACodedError() {
    String document = ResultJson.write(Examples.surface(), Examples.provenance()).strip();
    for (int length = 0; length < document.length(); length++) {
      assertThat(failure(document.substring(0, length)).code())
          .isEqualTo(ErrorCode.RUN_FOLDER_INVALID);
    }
  }

  @Test
  void errorsNameThePlace() {
    String document =
        ResultJson.write(Examples.surface(), Examples.provenance()).replace("\"NaN\"", "\"nan\"");

    assertThat(failure(document).getMessage()).contains("values: loss").contains("\"nan\"");
  }

  @Test
  void raggedRowsAreRefused() {
    String document = ResultJson.write(Examples.surface(), Examples.provenance());

    assertThat(failure(document.replaceFirst("2\\.0,3\\.0]", "2.0]")).expected())
        .contains("rows of 2 numbers");
  }

  @Test
  void anUnknownProbeIsNamed() {
    String document =
        ResultJson.write(Examples.slice(), Examples.provenance()).replace("\"slice\"", "\"dowse\"");

    assertThat(failure(document).found()).contains("dowse");
  }

  private static ThalwegException failure(String document) {
    return catchThrowableOfType(ThalwegException.class, () -> ResultJson.read("some-id", document));
  }
}
