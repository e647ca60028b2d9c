/**
 * Operators' commands on a data folder: backup, restore, check, upgrade and others. Each is a command of {@code
 * ./ilgam}, and works beside a running system or without one.
 */
@NullMarked
package ilgam.standalone.recovery;

import org.jspecify.annotations.NullMarked;
