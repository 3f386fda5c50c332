/** Making renditions and findings of media anew, as an administrator asks, beside what comes in. */
@NullMarked
package io.albumen.photo.reprocessing;

import org.jspecify.annotations.NullMarked;
