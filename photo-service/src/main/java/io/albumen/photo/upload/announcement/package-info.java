/** What clients said they would send: what is acceptable, and the rows that remember it. */
@NullMarked
package io.albumen.photo.upload.announcement;

import org.jspecify.annotations.NullMarked;
