/** Mails and in-app notifications: each at most once per event, each mail with an audit item. */
@NullMarked
package io.albumen.notification;

import org.jspecify.annotations.NullMarked;
