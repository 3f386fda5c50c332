/** S3Proxy on the file system, with what S3 enforces and S3Proxy does not. */
@NullMarked
package io.albumen.local.s3;

import org.jspecify.annotations.NullMarked;
