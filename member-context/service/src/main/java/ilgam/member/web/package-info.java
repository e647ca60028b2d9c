/** What the HTTP APIs of all areas share: how a body is read, how a refusal is answered, and what needs no token. */
@NullMarked
package ilgam.member.web;

import org.jspecify.annotations.NullMarked;
