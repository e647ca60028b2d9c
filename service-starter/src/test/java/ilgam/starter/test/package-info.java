/** Test support for every context: a real PostgreSQL, a service's settings, and tokens; packed as the test-jar. */
@NullMarked
package ilgam.starter.test;

import org.jspecify.annotations.NullMarked;
