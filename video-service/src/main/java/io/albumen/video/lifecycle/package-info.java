/**
 * What follows from a film's state whoever died meanwhile: commands, facts told, objects removed.
 */
@NullMarked
package io.albumen.video.lifecycle;

import org.jspecify.annotations.NullMarked;
