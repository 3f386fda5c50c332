/** Finding items by words, dates, places, cameras and the like, and what could be looked for. */
@NullMarked
package io.albumen.photo.search;

import org.jspecify.annotations.NullMarked;
