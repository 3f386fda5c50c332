/** The embedded PostgreSQL server. */
@NullMarked
package io.albumen.local.postgres;

import org.jspecify.annotations.NullMarked;
