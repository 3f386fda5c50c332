package io.albumen.local.ses;

import io.albumen.local.protocol.Answer;
import io.albumen.local.protocol.AwsFailure;
import java.io.StringWriter;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The XML that the query protocol answers with. */
final class QueryAnswer {
  private static final String NAMESPACE = "http://ses.amazonaws.com/doc/2010-12-01/";
  private static final String TYPE = "text/xml; charset=utf-8";
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private QueryAnswer() {}

  /** Writes the members of a result. */
  @FunctionalInterface
  interface Body {
    void write(Xml xml) throws XMLStreamException;
  }

  /** Elements of text and of elements. */
  record Xml(XMLStreamWriter out) {
    void text(String name, String value) throws XMLStreamException {
      out.writeStartElement(name);
      out.writeCharacters(value);
      out.writeEndElement();
    }

    void element(String name, Body body) throws XMLStreamException {
      out.writeStartElement(name);
      body.write(this);
      out.writeEndElement();
    }
  }

  static Answer result(String action, Body body) {
    return document(
        200,
        action + "Response",
        xml -> {
          xml.element(action + "Result", body);
          xml.element("ResponseMetadata", QueryAnswer::requestId);
        });
  }

  static Answer failure(AwsFailure failure) {
    return document(
        failure.status(),
        "ErrorResponse",
        xml -> {
          xml.element(
              "Error",
              error -> {
                error.text("Type", failure.status() < 500 ? "Sender" : "Receiver");
                error.text("Code", failure.code());
                error.text("Message", failure.text());
              });
          requestId(xml);
        });
  }

  private static void requestId(Xml xml) throws XMLStreamException {
    xml.text("RequestId", UUID.randomUUID().toString());
  }

  private static Answer document(int status, String root, Body body) {
    var text = new StringWriter();
    try {
      var out = FACTORY.createXMLStreamWriter(text);
      out.writeStartElement(root);
      out.writeDefaultNamespace(NAMESPACE);
      body.write(new Xml(out));
      out.writeEndElement();
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return Answer.text(status, TYPE, text.toString());
  }
}
