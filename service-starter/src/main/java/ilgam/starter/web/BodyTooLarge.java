package ilgam.starter.web;

import java.io.IOException;

/** A body exceeded the limit. */
final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLarge() {
        super("The body is larger than 1 MiB.");
    }
}
