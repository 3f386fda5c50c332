/** What is written to people: subjects, texts and links, in HTML and in plain text. */
@NullMarked
package io.albumen.notification.letter;

import org.jspecify.annotations.NullMarked;
