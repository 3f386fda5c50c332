/** DynamoDB Local behind a loopback-only server, with the fleet's tables. */
@NullMarked
package io.albumen.local.dynamodb;

import org.jspecify.annotations.NullMarked;
