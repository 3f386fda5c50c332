package io.albumen.local.s3;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads and completes what clients and S3Proxy say of parts, in S3's XML. */
final class PartChecks {
  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

  private PartChecks() {}

  /** Whether a request to complete lists its parts as S3 wants them; one that is no XML does. */
  static boolean isInOrder(String request) {
    return parse(request).map(document -> isAscending(numbers(document))).orElse(true);
  }

  /**
   * A list of parts with the checksum of each, where there is one.
   *
   * @param checksums by part number
   */
  static String withChecksums(String listing, IntFunction<Optional<String>> checksums) {
    return parse(listing).map(document -> add(document, checksums)).orElse(listing);
  }

  private static String add(Document document, IntFunction<Optional<String>> checksums) {
    var parts = document.getElementsByTagName("Part");
    for (var i = 0; i < parts.getLength(); i++) {
      var part = (Element) parts.item(i);
      checksums.apply(number(part)).ifPresent(checksum -> append(part, checksum));
    }
    return print(document);
  }

  private static void append(Element part, String checksum) {
    var document = part.getOwnerDocument();
    var element = document.createElementNS(part.getNamespaceURI(), "ChecksumSHA256");
    element.setTextContent(checksum);
    part.appendChild(element);
  }

  private static int[] numbers(Document document) {
    var parts = document.getElementsByTagName("Part");
    return IntStream.range(0, parts.getLength())
        .map(i -> number((Element) parts.item(i)))
        .toArray();
  }

  private static int number(Element part) {
    try {
      return Integer.parseInt(
          part.getElementsByTagName("PartNumber").item(0).getTextContent().strip());
    } catch (NumberFormatException | NullPointerException e) {
      return 0; // S3Proxy says what is wrong with it
    }
  }

  private static boolean isAscending(int[] numbers) {
    return IntStream.range(1, numbers.length).allMatch(i -> numbers[i - 1] < numbers[i]);
  }

  private static Optional<Document> parse(String xml) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(NO_DOCTYPE, true);
      factory.setNamespaceAware(true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return Optional.of(builder.parse(new InputSource(new StringReader(xml))));
    } catch (SAXException e) {
      return Optional.empty();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every JDK reads XML", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String print(Document document) {
    try {
      var factory = TransformerFactory.newInstance();
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
      var text = new StringWriter();
      factory.newTransformer().transform(new DOMSource(document), new StreamResult(text));
      return text.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException("what was read can be written", e);
    }
  }
}
