package org.thalweg.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.thalweg.export.SampleResults.NAN;
import static org.thalweg.export.SampleResults.stored;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.Outcome;
import org.thalweg.result.SurfaceResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The file as an XML parser sees it. */
class PolyDataFileTest {
  @TempDir Path folder;

  private Document write(SurfaceResult surface, Height height) throws Exception {
    Path file = folder.resolve("surface.vtp");
    Exporter.export(stored(surface), ExportFormat.VTP, file, new ExportOptions(height, ""));
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
  }

  private Document write(SurfaceResult surface) throws Exception {
    return write(surface, Height.LOSS);
  }

  private static Element only(Document document, String name) {
    NodeList found = document.getElementsByTagName(name);
    assertThat(found.getLength()).as(name).isEqualTo(1);
    return (Element) found.item(0);
  }

  private static List<Element> arrays(Document document) {
    NodeList found = document.getElementsByTagName("DataArray");
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static ByteBuffer bytes(Document document, String name) {
    Element array =
        arrays(document).stream()
            .filter(element -> element.getAttribute("Name").equals(name))
            .findFirst()
            .orElseThrow();
    byte[] bytes = Base64.getDecoder().decode(array.getTextContent());
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(buffer.getLong()).as("announced length").isEqualTo(buffer.remaining());
    return buffer;
  }

  private static double[] doubles(Document document, String name) {
    ByteBuffer buffer = bytes(document, name);
    return IntStream.range(0, buffer.remaining() / 8)
        .mapToDouble(i -> buffer.getDouble())
        .toArray();
  }

  private static long[] longs(Document document, String name) {
    ByteBuffer buffer = bytes(document, name);
    return LongStream.range(0, buffer.remaining() / 8).map(i -> buffer.getLong()).toArray();
  }

  @Test
  void aGridOfThreeByTwo() throws Exception {
    Document document = write(SampleResults.surface(3, 2));
    Element file = document.getDocumentElement();
    assertThat(file.getTagName()).isEqualTo("VTKFile");
    assertThat(file.getAttribute("type")).isEqualTo("PolyData");
    assertThat(file.getAttribute("byte_order")).isEqualTo("LittleEndian");
    assertThat(file.getAttribute("header_type")).isEqualTo("UInt64");
    assertThat(only(document, "Piece").getAttribute("NumberOfPoints")).isEqualTo("6");
    assertThat(only(document, "Piece").getAttribute("NumberOfPolys")).isEqualTo("2");
    assertThat(doubles(document, "Points"))
        .containsExactly(-1, 0, 0, -1, 1, 10, 0, 0, 1, 0, 1, 11, 1, 0, 2, 1, 1, 12);
    assertThat(doubles(document, "loss")).containsExactly(0, 10, 1, 11, 2, 12);
    assertThat(doubles(document, "standard_error")).containsExactly(0, 5, 0.5, 5.5, 1, 6);
    assertThat(doubles(document, "accuracy"))
        .containsExactly(0, 0.625, 0.0625, 0.6875, 0.125, 0.75);
    assertThat(doubles(document, "log10_loss"))
        .containsExactly(NAN, 1, 0, Math.log10(11), Math.log10(2), Math.log10(12));
    assertThat(longs(document, "connectivity")).containsExactly(0, 2, 3, 1, 2, 4, 5, 3);
    assertThat(longs(document, "offsets")).containsExactly(4, 8);
  }

  @Test
  void quadsAreCounterClockwiseSeenFromAbove() throws Exception {
    Document document = write(SampleResults.surface(4, 3));
    double[] points = doubles(document, "Points");
    long[] corners = longs(document, "connectivity");
    assertThat(corners).hasSize(4 * 6);
    for (int quad = 0; quad < corners.length; quad += 4) {
      double area = 0;
      for (int c = 0; c < 4; c++) {
        int p = 3 * (int) corners[quad + c];
        int q = 3 * (int) corners[quad + (c + 1) % 4];
        area += (points[p] * points[q + 1] - points[q] * points[p + 1]) / 2;
      }
      assertThat(area).isCloseTo(2.0 / 3 * 0.5, org.assertj.core.api.Assertions.within(1e-12));
    }
  }

  @Test
  void missingPointsAreHoles() throws Exception {
    SurfaceResult surface = SampleResults.surface(3, 4, Outcome.CANCELLED, List.of(List.of(0, 1)));
    Document document = write(surface);
    assertThat(doubles(document, "loss")).hasSize(11).doesNotContain(NAN);
    // of six quads the two at the missing point are gone; (0, 2) has become point 1
    assertThat(longs(document, "offsets")).hasSize(4);
    assertThat(longs(document, "connectivity")).startsWith(1, 5, 6, 2).hasSize(16);
  }

  @Test
  void heightsMayBeLogarithmicAndScaled() throws Exception {
    Document document = write(SampleResults.surface(3, 2), new Height(true, 2));
    // the loss of 0 at (−1, 0) has no logarithm
    assertThat(doubles(document, "Points"))
        .startsWith(-1, 1, 2, 0, 0, 0)
        .endsWith(1, 1, 2 * Math.log10(12))
        .hasSize(15);
    assertThat(doubles(document, "loss")).containsExactly(10, 1, 11, 2, 12);
    assertThat(longs(document, "offsets")).hasSize(1);
  }

  @Test
  void whatIsNowhereKnownIsLeftOut() throws Exception {
    Document document = write(SampleResults.losses(Outcome.CONVERGED, 1, 2));
    assertThat(arrays(document).stream().map(array -> array.getAttribute("Name")))
        .containsExactly("loss", "log10_loss", "Points", "connectivity", "offsets");
    assertThat(longs(document, "connectivity")).isEmpty();
  }

  @Test
  void aSurfaceWithoutPointsIsRefused() {
    assertThatThrownBy(() -> write(SampleResults.losses(Outcome.NON_FINITE, NAN, NAN)))
        .isInstanceOfSatisfying(
            ThalwegException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FINITE));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aHeightOfNothingIsRefused() {
    for (double factor : new double[] {0, NAN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new Height(false, factor))
          .isInstanceOfSatisfying(
              ThalwegException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_OPTION));
    }
  }
}
