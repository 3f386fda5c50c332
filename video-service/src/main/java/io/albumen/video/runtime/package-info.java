/** The process itself: its clients, its roles, what it starts and stops. No rules of films. */
@NullMarked
package io.albumen.video.runtime;

import org.jspecify.annotations.NullMarked;
