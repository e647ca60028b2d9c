package ilgam.work.imports;

/** Runs one step of an import. It can be repeated after any interruption, on any instance. */
public interface ImportStep {

    Step step();

    /**
     * Runs the step to its end, and stores the next one if there is one.
     *
     * @throws Turn.Cancelled when the import was cancelled
     * @throws Turn.Over when another import's turn has come
     */
    void run(Import running) throws Exception;
}
