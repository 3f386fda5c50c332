/** AWS's JSON 1.1 protocol: one POST address, operations named by a header. */
@NullMarked
package io.albumen.local.jsonrpc;

import org.jspecify.annotations.NullMarked;
