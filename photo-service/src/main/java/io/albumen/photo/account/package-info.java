/**
 * One row per user: the library's key and how much of the quota is stored, reserved and left today.
 */
@NullMarked
package io.albumen.photo.account;

import org.jspecify.annotations.NullMarked;
