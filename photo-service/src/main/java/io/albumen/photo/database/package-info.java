/**
 * Transactions over PostgreSQL: every statement is written out, so each can be seen to name its
 * owner.
 */
@NullMarked
package io.albumen.photo.database;

import org.jspecify.annotations.NullMarked;
