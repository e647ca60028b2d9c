/**
 * Being a member of the company: from the day somebody signs up or an import names them, with the role they
 * have. Only the ids and roles are events; who a member is called is kept by {@code profile}.
 */
@NullMarked
package ilgam.member.membership;

import org.jspecify.annotations.NullMarked;
