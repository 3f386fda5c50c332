/**
 * Originals to be taken along in one go: packed in the background into archives in the bucket,
 * streamed from S3 to S3, and there to be fetched for a day.
 */
@NullMarked
package io.albumen.photo.download;

import org.jspecify.annotations.NullMarked;
