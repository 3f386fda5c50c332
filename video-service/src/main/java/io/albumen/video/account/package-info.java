/** Whether a person may do anything here: what is known of suspended and closed accounts. */
@NullMarked
package io.albumen.video.account;

import org.jspecify.annotations.NullMarked;
