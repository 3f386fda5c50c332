/** Serves the built web app from the class path. */
@NullMarked
package io.albumen.gateway.web;

import org.jspecify.annotations.NullMarked;
