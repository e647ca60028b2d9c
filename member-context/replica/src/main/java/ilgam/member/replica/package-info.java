/**
 * What other contexts need to know of members, as a read replica: a context that imports
 * {@link ilgam.member.replica.MemberReplica} keeps the rows in its own database, from this context's events.
 */
@NullMarked
package ilgam.member.replica;

import org.jspecify.annotations.NullMarked;
