package ilgam.starter.messaging;

/**
 * The aggregate that a command wanted to create exists. With an id derived from member and idempotency key, this is the
 * repeat of a create whose answer was lost: the sender can answer with what exists.
 */
public final class AlreadyExists extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AlreadyExists(Throwable cause) {
        super("It exists already.", cause);
    }
}
