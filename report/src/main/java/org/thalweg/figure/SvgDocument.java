package org.thalweg.figure;

import java.awt.Dimension;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.DOMImplementation;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A figure as an SVG document. */
final class SvgDocument {
  private static final String SVG = "http://www.w3.org/2000/svg";

  /** Fonts of the width that was measured come first, so that labels stay where they belong. */
  private static final String FONTS =
      "'DejaVu Sans', Verdana, 'Bitstream Vera Sans', Geneva, sans-serif";

  private static final Pattern DOCUMENT_TYPE = Pattern.compile("<!DOCTYPE[^>]*>\\s*");

  private SvgDocument() {}

  static byte[] bytes(Figure figure) {
    Document document = emptyDocument();
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setComment("");
    context.setPrecision(2);
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    graphics.setSVGCanvasSize(new Dimension(figure.width(), figure.height()));
    FigureFiles.smooth(graphics);
    figure.paint(graphics);
    Element root = graphics.getRoot();
    root.setAttributeNS(null, "viewBox", "0 0 " + figure.width() + " " + figure.height());
    root.setAttributeNS(null, "role", "img");
    root.insertBefore(text(document, "desc", figure.description()), root.getFirstChild());
    root.insertBefore(text(document, "title", figure.title()), root.getFirstChild());
    nameFonts(root);
    StringWriter writer = new StringWriter();
    try {
      graphics.stream(root, writer, false, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // The document type names an address on the web, which a strict reader would fetch.
    String text = DOCUMENT_TYPE.matcher(writer.toString()).replaceFirst("");
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Element text(Document document, String name, String content) {
    Element element = document.createElementNS(SVG, name);
    element.setTextContent(content);
    return element;
  }

  private static void nameFonts(Element element) {
    if (element.hasAttribute("font-family")) {
      element.setAttributeNS(null, "font-family", FONTS);
    }
    NodeList children = element.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      if (children.item(i) instanceof Element child) {
        nameFonts(child);
      }
    }
  }

  private static Document emptyDocument() {
    try {
      DOMImplementation dom =
          javax.xml.parsers.DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .getDOMImplementation();
      return dom.createDocument(SVG, "svg", null);
    } catch (javax.xml.parsers.ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }
}
