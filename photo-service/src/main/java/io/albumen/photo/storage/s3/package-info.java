/** The media bucket as S3 keeps it. */
@NullMarked
package io.albumen.photo.storage.s3;

import org.jspecify.annotations.NullMarked;
