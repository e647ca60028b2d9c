package ilgam.starter.messaging;

/** A message that is large enough to be counted by its size. */
public interface Weighed {

    /** How large its payload is where it is stored, in bytes. */
    int bytes();
}
