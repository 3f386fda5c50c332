/** The API of all services as one: its contract, and a page to read and try it. */
@NullMarked
package io.albumen.gateway.docs;

import org.jspecify.annotations.NullMarked;
