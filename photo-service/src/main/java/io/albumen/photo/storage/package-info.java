/**
 * The media bucket: where objects lie, how clients are let at them, and how workers read and write.
 */
@NullMarked
package io.albumen.photo.storage;

import org.jspecify.annotations.NullMarked;
