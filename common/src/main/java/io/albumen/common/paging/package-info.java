/** Lists that are told page by page, and the cursors that lead on. */
@NullMarked
package io.albumen.common.paging;

import org.jspecify.annotations.NullMarked;
