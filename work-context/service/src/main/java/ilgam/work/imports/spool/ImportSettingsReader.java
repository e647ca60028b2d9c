package ilgam.work.imports.spool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.springframework.stereotype.Component;

import ilgam.work.imports.Import;
import ilgam.work.imports.line.Lines;
import ilgam.work.imports.source.ImportSettings;
import ilgam.work.imports.source.SourceWorkflow;

/** Reads from the uploaded workflow how to read the lines. */
@Component
public class ImportSettingsReader {

    /** The greatest size of a workflow or list of people, in bytes. */
    public static final int LARGEST = 4 << 20;

    private final Spool spool;

    ImportSettingsReader(Spool spool) {
        this.spool = spool;
    }

    public SourceWorkflow workflow(Import running) throws IOException {
        return spool.has(running.id(), Part.WORKFLOW)
                ? SourceWorkflow.read(text(running, Part.WORKFLOW))
                : SourceWorkflow.NONE;
    }

    public ImportSettings of(Import running) throws IOException {
        return workflow(running).settings(running.askedAt());
    }

    private String text(Import running, Part part) throws IOException {
        try (var text = spool.open(running.id(), part)) {
            return Lines.withoutMark(new String(text.readNBytes(LARGEST), StandardCharsets.UTF_8));
        }
    }
}
