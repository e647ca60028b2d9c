/**
 * Sessions. A session ends after 30 days, after 14 days without use, by logging out, by a new password, or when its
 * member ends it from another device.
 */
@NullMarked
package ilgam.member.identity.session;

import org.jspecify.annotations.NullMarked;
