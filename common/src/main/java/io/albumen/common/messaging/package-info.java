/** Commands and facts between services: the event envelope, the bus, the queue worker. */
@NullMarked
package io.albumen.common.messaging;

import org.jspecify.annotations.NullMarked;
