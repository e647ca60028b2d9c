package ilgam.starter.messaging;

/** A message so large that it counts by its size. */
public interface Weighed {

    /** The stored size of its payload in bytes. */
    int bytes();
}
