@NullMarked
package io.albumen.gateway.compression;

import org.jspecify.annotations.NullMarked;
