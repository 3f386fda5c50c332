/** Tests of whether a person may do anything here. */
@NullMarked
package io.albumen.video.account;

import org.jspecify.annotations.NullMarked;
