package ilgam.work.language;

/** Who finds a project: every member, or only those admitted to it. */
public enum Visibility {
    OPEN,
    PRIVATE
}
