package org.thalweg.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.thalweg.store.AtomicFile;

/**
 * VTK's XML file for PolyData (.vtp), version 1.0: arrays as base64 of an eight-byte length and the
 * little-endian numbers, uncompressed. The same mesh gives the same bytes.
 */
final class PolyDataFile {
  private static final int CORNERS = 4;

  private final XMLStreamWriter xml;

  private PolyDataFile(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static void write(Path file, SurfaceMesh mesh) {
    AtomicFile.write(file, out -> write(mesh, out));
  }

  private static void write(SurfaceMesh mesh, OutputStream out) throws IOException {
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      new PolyDataFile(xml).document(mesh);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void document(SurfaceMesh mesh) throws XMLStreamException {
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    start("VTKFile");
    xml.writeAttribute("type", "PolyData");
    xml.writeAttribute("version", "1.0");
    xml.writeAttribute("byte_order", "LittleEndian");
    xml.writeAttribute("header_type", "UInt64");
    start("PolyData");
    start("Piece");
    xml.writeAttribute("NumberOfPoints", String.valueOf(mesh.coordinates().size()));
    xml.writeAttribute("NumberOfPolys", String.valueOf(mesh.quads().size()));
    start("PointData");
    xml.writeAttribute("Scalars", "loss");
    for (Map.Entry<String, double[]> column : mesh.pointData().entrySet()) {
      doubles(column.getKey(), 1, column.getValue());
    }
    end();
    start("Points");
    doubles("Points", 3, mesh.coordinates().stream().flatMapToDouble(Arrays::stream).toArray());
    end();
    start("Polys");
    quads(mesh);
    end();
    end();
    end();
    end();
    xml.writeEndDocument();
  }

  private void quads(SurfaceMesh mesh) throws XMLStreamException {
    int count = mesh.quads().size();
    array(
        "Int64",
        "connectivity",
        1,
        CORNERS * count,
        bytes ->
            mesh.quads()
                .forEach(
                    quad -> {
                      for (int corner : quad) {
                        bytes.putLong(corner);
                      }
                    }));
    array(
        "Int64",
        "offsets",
        1,
        count,
        bytes -> {
          for (int quad = 1; quad <= count; quad++) {
            bytes.putLong((long) CORNERS * quad);
          }
        });
  }

  private void doubles(String name, int components, double[] values) throws XMLStreamException {
    array("Float64", name, components, values.length, bytes -> bytes.asDoubleBuffer().put(values));
  }

  /** One array of {@code count} numbers of eight bytes. */
  private void array(
      String type, String name, int components, int count, Consumer<ByteBuffer> numbers)
      throws XMLStreamException {
    start("DataArray");
    xml.writeAttribute("type", type);
    xml.writeAttribute("Name", name);
    xml.writeAttribute("NumberOfComponents", String.valueOf(components));
    xml.writeAttribute("format", "binary");
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(Math.addExact(count, 1), Long.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong((long) count * Long.BYTES);
    numbers.accept(bytes);
    xml.writeCharacters(Base64.getEncoder().encodeToString(bytes.array()));
    end();
  }

  private void start(String element) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement(element);
  }

  private void end() throws XMLStreamException {
    xml.writeEndElement();
  }
}
