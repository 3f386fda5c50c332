/** EventBridge: buses, rules and SQS targets on AWS's own event-ruler. */
@NullMarked
package io.albumen.local.events;

import org.jspecify.annotations.NullMarked;
