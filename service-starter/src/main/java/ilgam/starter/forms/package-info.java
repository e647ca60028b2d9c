/**
 * Stored forms of events across versions of the software: revisions, upcasters, and unknown constants after a
 * downgrade.
 */
@NullMarked
package ilgam.starter.forms;

import org.jspecify.annotations.NullMarked;
