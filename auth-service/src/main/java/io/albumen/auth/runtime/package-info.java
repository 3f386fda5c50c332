/** Process-wide beans: AWS clients, their settings, readiness. No rules of the business. */
@OpenAPIDefinition(
    info = @Info(title = "auth-service", version = "v1"),
    components = @Components(schemas = @Schema(name = "Problem", implementation = Problem.class)))
@NullMarked
package io.albumen.auth.runtime;

import io.albumen.common.Problem;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullMarked;
