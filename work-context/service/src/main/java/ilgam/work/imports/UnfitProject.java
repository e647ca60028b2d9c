package ilgam.work.imports;

/** The project can't take the import as it is; the message says why, for whoever asked. */
public final class UnfitProject extends RuntimeException {

    UnfitProject(String reason) {
        super(reason);
    }
}
