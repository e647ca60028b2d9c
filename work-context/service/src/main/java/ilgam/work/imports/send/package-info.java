/** The third step: one command per item carries its history with the original times and actors. */
@NullMarked
package ilgam.work.imports.send;

import org.jspecify.annotations.NullMarked;
