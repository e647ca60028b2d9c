package ilgam.starter.messaging;

/**
 * The aggregate that a command wanted to create is there already. With an id that derives from member and idempotency
 * key, this is the repeat of a create whose answer got lost: whoever asked can answer with what exists.
 */
public final class AlreadyExists extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AlreadyExists(Throwable cause) {
        super("It exists already.", cause);
    }
}
