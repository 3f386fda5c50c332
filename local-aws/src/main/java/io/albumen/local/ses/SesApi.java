package io.albumen.local.ses;

import io.albumen.local.mailbox.MailAddress;
import io.albumen.local.mailbox.MailSender;
import io.albumen.local.mailbox.MailSender.Letter;
import io.albumen.local.protocol.Answer;
import io.albumen.local.protocol.AwsFailure;
import io.albumen.local.protocol.AwsRequest;
import io.albumen.local.sigv4.Signature;
import io.albumen.local.sigv4.SignatureFailure;
import java.util.Base64;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** The operations of API v1, and the link that verifies an address. */
final class SesApi {
  private static final String VERIFY = "/verify/";
  private static final MailAddress AWS =
      new MailAddress("Amazon Web Services", "no-reply-aws@amazon.com");

  private final Signature signature;
  private final Identities identities;
  private final SendQuota quota;
  private final Postman postman;
  private final MailSender mailbox;
  private final String publicEndpoint;

  SesApi(
      Signature signature,
      Identities identities,
      SendQuota quota,
      Postman postman,
      Mailing mailing) {
    this.signature = signature;
    this.identities = identities;
    this.quota = quota;
    this.postman = postman;
    this.mailbox = mailing.mailbox();
    this.publicEndpoint = mailing.publicEndpoint();
  }

  /**
   * Where verification mails go and lead.
   *
   * @param publicEndpoint this part as a browser reaches it
   */
  record Mailing(MailSender mailbox, String publicEndpoint) {}

  Answer answer(AwsRequest request) {
    if (request.method().equals("GET") && request.path().startsWith(VERIFY)) {
      return confirmed(identities.verify(request.path().substring(VERIFY.length())));
    }
    try {
      signature.verify(request);
      return run(QueryRequest.parse(request));
    } catch (SignatureFailure e) {
      var fault = e.fault();
      return QueryAnswer.failure(new AwsFailure(fault.queryStatus(), fault.queryCode(), e.text()));
    } catch (AwsFailure e) {
      return QueryAnswer.failure(e);
    }
  }

  private static Answer confirmed(boolean known) {
    return known
        ? Answer.text(200, "text/plain; charset=utf-8", "Congratulations! You have verified it.")
        : Answer.text(404, "text/plain; charset=utf-8", "This link is not known.");
  }

  private Answer run(QueryRequest request) {
    return switch (request.action()) {
      case "SendEmail" -> sent("SendEmail", postman.send(request));
      case "SendRawEmail" -> sent("SendRawEmail", postman.sendRaw(request, raw(request)));
      case "VerifyEmailIdentity" -> verifyEmail(request);
      case "DeleteIdentity" -> deleteIdentity(request);
      case "ListIdentities" -> listIdentities(request);
      case "GetIdentityVerificationAttributes" -> attributes(request);
      case "GetSendQuota" -> sendQuota();
      default ->
          throw new AwsFailure(
              "InvalidAction",
              "Could not find operation %s for version 2010-12-01".formatted(request.action()));
    };
  }

  private static Answer sent(String action, String messageId) {
    return QueryAnswer.result(action, xml -> xml.text("MessageId", messageId));
  }

  private static byte[] raw(QueryRequest request) {
    try {
      return Base64.getDecoder().decode(request.required("RawMessage.Data"));
    } catch (IllegalArgumentException e) {
      throw new AwsFailure("InvalidParameterValue", "RawMessage.Data is not base64.");
    }
  }

  private Answer verifyEmail(QueryRequest request) {
    var address = Addresses.parse(request.required("EmailAddress"));
    var identity = identities.request(address.address());
    if (!identity.verified()) {
      mailbox.send(
          Letter.plain(
              AWS,
              address,
              "Amazon Web Services – Email Address Verification Request",
              "To confirm that you are the owner of this address, open this link:\n\n"
                  + publicEndpoint
                  + VERIFY
                  + identity.token()));
    }
    return QueryAnswer.result("VerifyEmailIdentity", xml -> {});
  }

  private Answer deleteIdentity(QueryRequest request) {
    identities.delete(request.required("Identity"));
    return QueryAnswer.result("DeleteIdentity", xml -> {});
  }

  private Answer listIdentities(QueryRequest request) {
    var names =
        identities.all().stream()
            .map(Identities.Identity::name)
            .filter(name -> isOfType(name, request.text("IdentityType")))
            .toList();
    return QueryAnswer.result(
        "ListIdentities", xml -> xml.element("Identities", list -> members(list, names)));
  }

  private static boolean isOfType(String name, String type) {
    return type.isEmpty() || type.equals("EmailAddress") == name.contains("@");
  }

  private static void members(QueryAnswer.Xml xml, List<String> values) throws XMLStreamException {
    for (var value : values) {
      xml.text("member", value);
    }
  }

  private Answer attributes(QueryRequest request) {
    var asked =
        request.members("Identities").stream()
            .flatMap(name -> identities.find(name).stream())
            .toList();
    return QueryAnswer.result(
        "GetIdentityVerificationAttributes",
        xml ->
            xml.element(
                "VerificationAttributes",
                map -> {
                  for (var identity : asked) {
                    map.element("entry", entry -> entry(entry, identity));
                  }
                }));
  }

  private static void entry(QueryAnswer.Xml xml, Identities.Identity identity)
      throws XMLStreamException {
    xml.text("key", identity.name());
    xml.element("value", value -> value.text("VerificationStatus", identity.status()));
  }

  private Answer sendQuota() {
    return QueryAnswer.result(
        "GetSendQuota",
        xml -> {
          xml.text("Max24HourSend", Integer.toString(SendQuota.MAX_PER_DAY));
          xml.text("MaxSendRate", Integer.toString(SendQuota.MAX_PER_SECOND));
          xml.text("SentLast24Hours", Integer.toString(quota.lastDay()));
        });
  }
}
