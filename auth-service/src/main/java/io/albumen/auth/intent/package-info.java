/**
 * Intents: what this service was about to do, written down before a call whose consequences must
 * not be lost, so that a crash between any two steps is made good by the sweeper.
 */
@NullMarked
package io.albumen.auth.intent;

import org.jspecify.annotations.NullMarked;
