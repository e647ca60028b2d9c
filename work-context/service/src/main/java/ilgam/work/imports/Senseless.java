package ilgam.work.imports;

/** A line that can be read but makes no sense; the message says why, for whoever asked for the import. */
final class Senseless extends RuntimeException {

    Senseless(String reason) {
        super(reason, null, false, false);
    }
}
