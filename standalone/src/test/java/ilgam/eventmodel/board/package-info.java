/** The event model as boards of event storming, one for each context, and these as pictures. */
@NullMarked
package ilgam.eventmodel.board;

import org.jspecify.annotations.NullMarked;
