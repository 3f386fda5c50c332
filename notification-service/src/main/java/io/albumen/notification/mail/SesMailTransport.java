package io.albumen.notification.mail;

import io.albumen.notification.letter.Mail;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.SesServiceClientConfiguration;
import software.amazon.awssdk.services.ses.model.Body;
import software.amazon.awssdk.services.ses.model.Content;
import software.amazon.awssdk.services.ses.model.SendEmailRequest;
import software.amazon.awssdk.services.ses.model.SesException;

/** Sends by SES with a client of its own that never repeats a call: SES has no idempotency key. */
@ApplicationScoped
class SesMailTransport implements MailTransport {
  private static final ExecutionAttribute<AtomicBoolean> STARTED =
      new ExecutionAttribute<>("albumen.transmission-started");

  /** Refusals that pass: too fast, sending paused, or our credentials are the fault. */
  private static final Set<String> PASSING =
      Set.of(
          "AccountSendingPausedException",
          "ConfigurationSetSendingPausedException",
          "LimitExceededException",
          "Throttling",
          "ThrottlingException",
          "TooManyRequestsException");

  private final SesClient ses;
  private final MailConfig config;

  SesMailTransport(SesClient configured, MailConfig config) {
    this.ses = once(configured.serviceClientConfiguration(), config.answerTimeout());
    this.config = config;
  }

  /** A client as configured, but of one try per call. */
  private static SesClient once(SesServiceClientConfiguration configured, Duration timeout) {
    var builder =
        SesClient.builder()
            .region(configured.region())
            .credentialsProvider(configured.credentialsProvider())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(
                call ->
                    call.retryStrategy(DefaultRetryStrategy.doNotRetry())
                        .apiCallTimeout(timeout)
                        .addExecutionInterceptor(new NoteStart()));
    configured.endpointOverride().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  @PreDestroy
  void close() {
    ses.close();
  }

  private static final class NoteStart implements ExecutionInterceptor {
    @Override
    public void beforeTransmission(
        Context.BeforeTransmission context, ExecutionAttributes attributes) {
      attributes.getOptionalAttribute(STARTED).ifPresent(started -> started.set(true));
    }
  }

  @Override
  public Delivery send(Mail mail) {
    var started = new AtomicBoolean();
    try {
      return new Delivery.Sent(ses.sendEmail(request(mail, started)).messageId());
    } catch (SesException e) {
      return answered(e);
    } catch (SdkClientException e) {
      return started.get() && !neverConnected(e)
          ? new Delivery.InDoubt(reason(e))
          : new Delivery.NotTaken(reason(e));
    }
  }

  private SendEmailRequest request(Mail mail, AtomicBoolean started) {
    return SendEmailRequest.builder()
        .source(config.sender())
        .destination(to -> to.toAddresses(mail.to()))
        .message(
            message ->
                message
                    .subject(utf8(mail.subject()))
                    .body(Body.builder().text(utf8(mail.text())).html(utf8(mail.html())).build()))
        .overrideConfiguration(call -> call.putExecutionAttribute(STARTED, started))
        .build();
  }

  private static Content utf8(String text) {
    return Content.builder().charset("UTF-8").data(text).build();
  }

  private static Delivery answered(SesException e) {
    var code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
    var reason = "%d %s".formatted(e.statusCode(), code);
    if (e.statusCode() >= 500) {
      return new Delivery.InDoubt(reason);
    }
    return e.isThrottlingException() || PASSING.contains(code) || e.statusCode() == 403
        ? new Delivery.NotTaken(reason)
        : new Delivery.Refused(reason);
  }

  private static boolean neverConnected(Throwable e) {
    return Stream.iterate(e, cause -> cause != null, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof SSLHandshakeException);
  }

  /** The type alone: messages of the SDK may name what was sent. */
  private static String reason(SdkClientException e) {
    var cause = e.getCause();
    return (cause == null ? e : cause).getClass().getSimpleName();
  }
}
