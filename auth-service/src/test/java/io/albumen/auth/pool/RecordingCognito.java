package io.albumen.auth.pool;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderRequest;

/** Remembers which operations it was asked for, and fails each. */
public final class RecordingCognito {
  private final List<String> calls = new ArrayList<>();
  private final RuntimeException failure;

  /** Nothing is reached. */
  public RecordingCognito() {
    this(SdkClientException.create("connection refused"));
  }

  public RecordingCognito(RuntimeException failure) {
    this.failure = failure;
  }

  public List<String> calls() {
    return List.copyOf(calls);
  }

  public CognitoIdentityProviderClient client() {
    return (CognitoIdentityProviderClient)
        Proxy.newProxyInstance(
            RecordingCognito.class.getClassLoader(),
            new Class<?>[] {CognitoIdentityProviderClient.class},
            new InvocationHandler() {
              @Override
              public Object invoke(Object proxy, Method method, @Nullable Object[] arguments)
                  throws Throwable {
                return answer(proxy, method, arguments);
              }
            });
  }

  /** Calls that build their request end in those that take one. */
  private Object answer(Object proxy, Method method, @Nullable Object[] arguments)
      throws Throwable {
    if (arguments[0] instanceof CognitoIdentityProviderRequest) {
      calls.add(method.getName());
      throw failure;
    }
    try {
      return InvocationHandler.invokeDefault(proxy, method, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }
}
