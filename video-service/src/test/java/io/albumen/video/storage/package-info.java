/** Tests of where films are kept. */
@NullMarked
package io.albumen.video.storage;

import org.jspecify.annotations.NullMarked;
