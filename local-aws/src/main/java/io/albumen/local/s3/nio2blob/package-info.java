/**
 * The file store. S3Proxy tells what a store can do by its package's name: in one named {@code
 * nio2blob}, {@code If-None-Match} is left to the store, which is atomic about it.
 */
@NullMarked
package io.albumen.local.s3.nio2blob;

import org.jspecify.annotations.NullMarked;
