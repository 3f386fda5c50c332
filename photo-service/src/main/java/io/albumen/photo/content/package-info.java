/** What people and other services see of the items of a library: metadata, and URLs of content. */
@NullMarked
package io.albumen.photo.content;

import org.jspecify.annotations.NullMarked;
