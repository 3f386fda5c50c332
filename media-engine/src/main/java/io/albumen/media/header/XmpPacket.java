package io.albumen.media.header;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Decides which XMP packets may be parsed for good: that parser follows the nesting by calling
 * itself, and would fetch what a document type names.
 */
final class XmpPacket {
  private static final int MAX_BYTES = 1 << 20;
  private static final int MAX_DEPTH = 50;
  private static final int MAX_ELEMENTS = 20_000;
  private static final XMLInputFactory READERS = readers();

  private XmpPacket() {}

  private static XMLInputFactory readers() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /** Whether it is well-formed, small, shallow, and names no document type. */
  static boolean isHarmless(byte[] packet) {
    if (packet.length > MAX_BYTES) {
      return false;
    }
    try {
      var reader = READERS.createXMLStreamReader(new ByteArrayInputStream(packet));
      try {
        return isShallow(reader);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      return false;
    }
  }

  private static boolean isShallow(XMLStreamReader reader) throws XMLStreamException {
    int depth = 0;
    int elements = 0;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamReader.DTD) {
        return false;
      }
      if (event == XMLStreamReader.START_ELEMENT) {
        depth++;
        elements++;
      } else if (event == XMLStreamReader.END_ELEMENT) {
        depth--;
      }
      if (depth > MAX_DEPTH || elements > MAX_ELEMENTS) {
        return false;
      }
    }
    return true;
  }
}
