package ilgam.starter.snapshots;

import org.axonframework.serialization.Revision;

/** Writes and reads snapshots for the files of stored forms. */
public final class SnapshotFiles {

    private static final SnapshotForms FORMS = new SnapshotForms();

    private SnapshotFiles() {}

    public static String write(Snapshot state) {
        return FORMS.write(state);
    }

    public static Snapshot read(Class<?> type, String state) {
        try {
            return FORMS.read(type.getName() + ":" + revision(type), state).orElseThrow();
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }

    public static String revision(Class<?> type) {
        return type.getAnnotation(Revision.class).value();
    }
}
