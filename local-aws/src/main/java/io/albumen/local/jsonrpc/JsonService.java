package io.albumen.local.jsonrpc;

import io.albumen.local.protocol.Answer;
import io.albumen.local.protocol.AwsFailure;
import io.albumen.local.protocol.AwsRequest;
import io.albumen.local.protocol.Json;
import io.albumen.local.sigv4.Signature;
import io.albumen.local.sigv4.SignatureFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** AWS's JSON 1.1 protocol: one POST address, the operation named by a header. */
public final class JsonService {
  private static final String CONTENT_TYPE = "application/x-amz-json-1.1";

  private final String target;
  private final Signature signature;
  private final Map<String, Operation<?>> operations;

  /**
   * @param target what stands before the dot in {@code X-Amz-Target}
   */
  public JsonService(String target, Signature signature, List<Operation<?>> operations) {
    this.target = target + ".";
    this.signature = signature;
    this.operations =
        operations.stream()
            .collect(Collectors.toUnmodifiableMap(Operation::name, Function.identity()));
  }

  public Answer answer(AwsRequest request) {
    try {
      return answer(200, Map.of(), run(find(request), request));
    } catch (AwsFailure e) {
      return failure(e);
    } catch (SignatureFailure e) {
      return failure(new AwsFailure(e.fault().jsonCode(), e.text()));
    }
  }

  private Operation<?> find(AwsRequest request) {
    var name = request.header("x-amz-target").orElse("");
    var found = name.startsWith(target) ? operations.get(name.substring(target.length())) : null;
    if (found == null) {
      throw new AwsFailure("UnknownOperationException", "Unknown operation: " + name);
    }
    return found;
  }

  private <I> Object run(Operation<I> operation, AwsRequest request) {
    if (operation.signed()) {
      signature.verify(request);
    }
    return operation.run(Json.parse(request.body(), operation.input()));
  }

  private static Answer failure(AwsFailure failure) {
    return answer(
        failure.status(),
        Map.of("x-amzn-ErrorType", failure.code()),
        Map.of("__type", failure.code(), "message", failure.text()));
  }

  private static Answer answer(int status, Map<String, String> extra, Object body) {
    var headers = new HashMap<>(extra);
    headers.put("Content-Type", CONTENT_TYPE);
    return new Answer(status, headers, Json.bytes(body));
  }
}
