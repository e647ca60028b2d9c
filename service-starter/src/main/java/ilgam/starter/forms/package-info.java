/**
 * The stored forms of events through the versions of the software: which revision is written, how an older one becomes
 * it, and what an older version of the software takes a newer form for.
 */
@NullMarked
package ilgam.starter.forms;

import org.jspecify.annotations.NullMarked;
