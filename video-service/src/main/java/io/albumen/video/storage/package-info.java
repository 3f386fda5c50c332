/** Where films are kept: names of the stores, and their objects in the bucket. */
@NullMarked
package io.albumen.video.storage;

import org.jspecify.annotations.NullMarked;
