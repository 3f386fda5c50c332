/** What every contract says alike: how calls fail. */
@NullMarked
package io.albumen.common.openapi;

import org.jspecify.annotations.NullMarked;
