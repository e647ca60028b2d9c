/** The HTTP API of the dashboard: its parameters, its permissions and its refusals. */
@NullMarked
package ilgam.dashboard.api;

import org.jspecify.annotations.NullMarked;
