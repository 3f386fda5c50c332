package io.albumen.photo.testing;

import io.albumen.common.testing.TestTokens;
import io.albumen.local.testing.LocalAwsResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Real PostgreSQL, S3, SQS and bus of the embedded stack, and trust in test tokens. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@WithTestResource(
    value = LocalAwsResource.class,
    initArgs = @ResourceArg(name = "parts", value = "postgres,sqs,s3,events"))
@WithTestResource(
    value = TestTokens.Keys.class,
    initArgs = @ResourceArg(name = "trusts", value = "video-service"))
public @interface Stack {}
