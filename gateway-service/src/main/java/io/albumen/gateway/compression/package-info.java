/** Content codings: which a client takes, and answers put into one on their way. */
@NullMarked
package io.albumen.gateway.compression;

import org.jspecify.annotations.NullMarked;
