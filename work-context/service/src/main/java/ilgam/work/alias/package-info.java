/**
 * Persons who turned out to be somebody else. Every read model with persons in its rows writes them down as whom they
 * are, and rewrites the rows it has when it learns that two are one.
 */
@NullMarked
package ilgam.work.alias;

import org.jspecify.annotations.NullMarked;
