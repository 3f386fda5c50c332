/** AWS Signature Version 4 as AWS itself checks it: key, scope, clock, headers, body. */
@NullMarked
package io.albumen.local.sigv4;

import org.jspecify.annotations.NullMarked;
