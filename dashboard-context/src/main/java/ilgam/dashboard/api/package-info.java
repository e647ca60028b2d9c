/** The dashboard over HTTP: what may be asked, by whom, and how a question that makes no sense is refused. */
@NullMarked
package ilgam.dashboard.api;

import org.jspecify.annotations.NullMarked;
