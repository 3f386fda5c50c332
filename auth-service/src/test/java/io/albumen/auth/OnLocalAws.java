package io.albumen.auth;

import io.albumen.local.testing.LocalAwsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a test of the whole service with the embedded stack behind it. */
@QuarkusTestResource(
    value = LocalAwsResource.class,
    restrictToAnnotatedClass = true,
    initArgs = @ResourceArg(name = "parts", value = LocalStack.PARTS))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface OnLocalAws {}
