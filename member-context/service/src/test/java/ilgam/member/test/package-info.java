/** The member context as a running service, with a client and a mail server, for tests of every area. */
@NullMarked
package ilgam.member.test;

import org.jspecify.annotations.NullMarked;
