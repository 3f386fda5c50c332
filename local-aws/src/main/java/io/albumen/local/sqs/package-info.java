/** ElasticMQ with durable queues, and the fleet's queues. */
@NullMarked
package io.albumen.local.sqs;

import org.jspecify.annotations.NullMarked;
