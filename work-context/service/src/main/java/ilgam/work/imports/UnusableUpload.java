package ilgam.work.imports;

/** The upload as a whole can't be used; the message says why, for whoever sent it. */
public final class UnusableUpload extends RuntimeException {

    UnusableUpload(String reason) {
        super(reason);
    }
}
