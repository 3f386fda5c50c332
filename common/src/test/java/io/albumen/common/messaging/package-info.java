/** Tests of events and queues. */
@NullMarked
package io.albumen.common.messaging;

import org.jspecify.annotations.NullMarked;
