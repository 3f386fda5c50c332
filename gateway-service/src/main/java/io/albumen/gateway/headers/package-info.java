/** What every answer says to browsers, and what a request may claim about where it comes from. */
@NullMarked
package io.albumen.gateway.headers;

import org.jspecify.annotations.NullMarked;
