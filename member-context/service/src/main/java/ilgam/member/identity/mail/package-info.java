/**
 * Mails to members. They are queued in the transaction of the change that they announce, and sent when the mail server
 * is available. Without a mail server they become files in a folder, so that operators can see them.
 */
@NullMarked
package ilgam.member.identity.mail;

import org.jspecify.annotations.NullMarked;
