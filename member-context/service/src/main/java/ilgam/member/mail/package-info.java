/**
 * Mails to members. They are queued in the transaction of what they tell about, and handed to the mail server when
 * it is there; without one they become files in a folder, so that nothing is ever lost unseen.
 */
@NullMarked
package ilgam.member.mail;

import org.jspecify.annotations.NullMarked;
