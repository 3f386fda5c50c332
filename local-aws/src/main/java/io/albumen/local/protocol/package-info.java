/** What our own endpoints share of AWS's wire: requests, answers, errors, JSON. */
@NullMarked
package io.albumen.local.protocol;

import org.jspecify.annotations.NullMarked;
