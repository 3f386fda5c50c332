package io.albumen.local.events;

import io.albumen.local.FleetResources;
import io.albumen.local.FleetResources.Subscription;
import io.albumen.local.StackContext;
import io.albumen.local.events.Rule.Target;
import io.albumen.local.events.rules.RuleOperations;
import io.albumen.local.face.DurablePart;
import io.albumen.local.jsonrpc.JsonService;
import io.albumen.local.jsonrpc.Operation;
import io.albumen.local.protocol.Answer;
import io.albumen.local.protocol.AwsRequest;
import io.albumen.local.protocol.Json;
import io.albumen.local.sigv4.Signature;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The event bus. */
public final class EventsPart extends DurablePart {
  private static final int MAX_BYTES = 2 << 20;
  private static final String TARGET = "AWSEvents";

  private final Clock clock = Clock.systemUTC();

  @Override
  public String name() {
    return "events";
  }

  @Override
  public Map<String, String> start(StackContext context) {
    var opened = open(context);
    var buses = new Buses(opened);
    declare(buses);
    var queues = sqs(context);
    closing(queues::close);
    var outbox = new Outbox(opened);
    var delivering = new Deliverer(outbox, queues, clock);
    closing(delivering::close);
    delivering.start();
    var service =
        new JsonService(
            TARGET,
            new Signature("events", context.region(), context.credentials(), clock),
            operations(buses, new PutEvents(buses, outbox, delivering, clock)));
    serve(context, MAX_BYTES, request -> answer(service, request));
    return Map.of(
        "albumen.events.endpoint-override",
        context.endpoint(name()),
        "albumen.events.bus",
        FleetResources.BUS);
  }

  private static Answer answer(JsonService service, AwsRequest request) {
    return request.method().equals("POST") ? service.answer(request) : Answer.empty(405);
  }

  private static List<Operation<?>> operations(Buses buses, PutEvents putEvents) {
    return Stream.concat(RuleOperations.of(buses).stream(), Stream.of(putEvents)).toList();
  }

  /** The fleet's bus and rules, as the deployment makes them on AWS. */
  private static void declare(Buses buses) {
    buses.ensure(FleetResources.BUS);
    FleetResources.subscriptions().forEach(subscription -> declare(buses, subscription));
  }

  private static void declare(Buses buses, Subscription subscription) {
    var pattern = Json.string(Map.of("detail-type", subscription.detailTypes()));
    var queue = subscription.queue();
    var rule = buses.put(new Rule(queue, FleetResources.BUS, pattern, true, null, List.of()));
    buses.addTargets(
        rule, List.of(new Target(queue, FleetResources.queueArn(queue), null, "$.detail", null)));
  }

  private static SqsClient sqs(StackContext context) {
    var key = context.credentials();
    return SqsClient.builder()
        .endpointOverride(URI.create(context.endpoint("sqs")))
        .region(Region.of(context.region()))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey())))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }
}
