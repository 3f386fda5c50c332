/**
 * From an address to an account: sign-up, the mailed code, and the news of it to the fleet, told
 * once however often a process dies on the way.
 */
@NullMarked
package io.albumen.auth.registration;

import org.jspecify.annotations.NullMarked;
