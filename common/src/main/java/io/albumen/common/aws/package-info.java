/** How our services speak with AWS. */
@NullMarked
package io.albumen.common.aws;

import org.jspecify.annotations.NullMarked;
