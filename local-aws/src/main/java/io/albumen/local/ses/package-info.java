/** SES API v1, in AWS's query protocol; mails go to the mailbox. */
@NullMarked
package io.albumen.local.ses;

import org.jspecify.annotations.NullMarked;
