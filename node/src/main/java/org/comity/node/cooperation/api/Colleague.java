package org.comity.node.cooperation.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** To whom something is given. */
record Colleague(@Nullable UUID person) {}
