@NullMarked
package io.albumen.gateway.limit;

import org.jspecify.annotations.NullMarked;
