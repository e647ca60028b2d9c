/**
 * The days on which the company does not work. They come from calendars: those of countries, which are computed for
 * some years ahead, imported ones, and the company's own.
 */
@NullMarked
package ilgam.member.time.holiday;

import org.jspecify.annotations.NullMarked;
