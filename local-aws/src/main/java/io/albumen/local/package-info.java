/**
 * The embedded stack: what the fleet takes from AWS, and PostgreSQL, in one process on a laptop.
 */
@NullMarked
package io.albumen.local;

import org.jspecify.annotations.NullMarked;
