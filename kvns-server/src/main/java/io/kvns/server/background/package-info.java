/** Work that no request asks for: active expiry, giving memory back, sampling of rates. */
@NullMarked
package io.kvns.server.background;

import org.jspecify.annotations.NullMarked;
